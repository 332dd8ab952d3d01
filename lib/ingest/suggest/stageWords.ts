import type { Stage } from '#lib/bowtie/stages.ts';

/** What CRMs call the stages; read from the first line on, so the narrower word comes first. */
export const STAGE_WORDS: readonly (readonly [Stage, RegExp])[] = [
  ['renewed', /renewal ?won|renewed|^renewals?$|续约|續約|续费|續費/],
  [
    'no_decision',
    /no ?decision|disqualif|unqualif|not ?qualif|junk|\bdead\b|abandon|gone ?(dark|quiet)|stalled|no ?response|无决策|無決策|无效|無效|搁置|擱置|放弃|放棄|不合格|未决/,
  ],
  ['contracted', /^contraction$|^contracted$|downgrade|downsell|降级|降級|缩减|縮減|减购|減購/],
  ['churned', /churn|cancell?ed|terminated|流失|退订|退訂|终止|終止|解约|解約/],
  [
    'lost',
    /\blost\b|closedlost|\bloss\b|rejected|declined|输单|輸單|丢单|丟單|战败|戰敗|失败|失敗|未中标|落选/,
  ],
  [
    'won',
    /\bwon\b|\bwin\b|closedwon|\bsigned\b|^customer$|booked|赢单|贏單|成交|签约|簽約|签单|簽單|胜出|勝出|中标|中標/,
  ],
  ['adopted', /adopt|采用|採用|活跃使用|使用中/],
  [
    'onboarded',
    /onboard|go ?live|\blive\b|launch|implement|activated|first impact|上线|上線|交付|实施|實施|开通|開通/,
  ],
  ['expanded', /expan|up-?sell|cross-?sell|upgrade|增购|增購|扩容|擴容|追加|升级|升級/],
  [
    'sal',
    /\bsal\b|sales ?accept|accepted|engag|propos|quot|negotiat|present|demo|evaluat|needs? anal|value prop|perception|poc|pilot|trial|contract ?sent|decision ?maker|review|commit|verbal|方案|报价|報價|谈判|談判|受理|演示|试用|試用|投标|投標|招标|商务|商務|决策|決策|合同|合約|立项|立項/,
  ],
  [
    'mql',
    /\bmql\b|marketing ?qualif|marketing ?lead|inquir|subscriber|nurtur|^(new |open )?leads?$|线索|線索|名单|名單/,
  ],
  [
    'sql',
    /\bsql\b|sales ?qualif|qualif|discover|prospecting|appointment|meeting|connect|contacted|opportunity|opened|商机|商機|意向|需求|接洽|初步|拜访|拜訪|立案/,
  ],
  ['prospect', /prospect|target|suspect|cold|目标客户|目標客戶|潜在|潛在|潜客/],
];
