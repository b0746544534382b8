/** A PDF of one page in landscape, made byte by byte: a heading and lines below it, in plain ASCII. */
export function onePage([heading = "", ...lines]: readonly string[]): Uint8Array {
  const text = [
    `BT /F1 28 Tf 48 300 Td (${escaped(heading)}) Tj`,
    `/F1 16 Tf 0 -20 Td 26 TL ${lines.map((line) => `T* (${escaped(line)}) Tj`).join(" ")} ET`,
  ].join("\n");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 640 360] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]);
}

/** Writes the objects one after the other, and the table that says at which byte each begins. */
function pdfOf(objects: readonly string[]): Uint8Array {
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const size = objects.length + 1;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, "latin1");
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}
