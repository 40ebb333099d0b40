// Makes a page written for a reader of the repository fit for the published site.

/** The first heading. */
export function title(text) {
  return /^# (.+)$/m.exec(text)[1].replaceAll('"', "");
}

/** Links between pages lead to HTML; links to other files of the repository become plain text; braces stay what they are. */
export function includable(text, pages) {
  const linked = text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (link, label, address) => {
    const [, file, anchor = ""] = /^(?:.*\/)?([^/#]+)\.md(#.*)?$/.exec(address) ?? [];
    if (pages.has(file)) {
      return `[${label}](${file}.html${anchor})`;
    }
    return /^https?:|^#|\.html$/.test(address) ? link : label;
  });
  return `{% raw %}\n${linked}\n{% endraw %}\n`;
}
