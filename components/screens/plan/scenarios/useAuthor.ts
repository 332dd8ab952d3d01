'use client';
import { useState } from 'react';

const KEY = 'author';

/** The name that a reader gave last in this browser: nobody signs in yet. */
export function useAuthor(): [string, (author: string) => void, () => void] {
  const [author, setAuthor] = useState(read);
  return [author, setAuthor, () => keep(author)];
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function keep(author: string): void {
  try {
    localStorage.setItem(KEY, author.trim());
  } catch {
    // A browser that keeps nothing asks again.
  }
}
