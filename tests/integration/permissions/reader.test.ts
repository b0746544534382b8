import { readerCases } from "./cases/reader";
import { tryEverybody } from "./try-everybody";

tryEverybody("reader", readerCases);
