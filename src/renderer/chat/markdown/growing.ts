import { createContext } from 'react';

/** Whether more of the answer may come. While it may, long blocks are laid out so that only their end is done anew. */
export const GrowingContext = createContext(false);
