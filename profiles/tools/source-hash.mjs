// One number for everything the package is made from. ProfilePackageTest computes the same one without Node.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["input", "tools", "package-lock.json", "sushi-config.yaml"];

/** SHA-256 over the lines "path, space, SHA-256 of the file", sorted by path; carriage returns do not count. */
export function sourceHash(root) {
  const lines = SOURCES.flatMap((name) => files(root, name))
    .sort((one, other) => (one < other ? -1 : 1))
    .map((path) => `${path} ${sha256(readFileSync(join(root, path), "utf8").replaceAll("\r", ""))}\n`);
  return sha256(lines.join(""));
}

function files(root, path) {
  try {
    return readdirSync(join(root, path)).flatMap((name) => files(root, `${path}/${name}`));
  } catch (error) {
    if (error.code === "ENOTDIR") {
      return [path];
    }
    throw error;
  }
}

function sha256(text) {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
