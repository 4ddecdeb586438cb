namespace Tracker.App.Bundles;

/// <summary>How the printable page looks: set for reading on paper, A4.</summary>
internal static class PageStyle
{
    public const string Css = """
        @page { size: A4; margin: 18mm 17mm 20mm; }
        :root { --ink: #1b1b1b; --soft: #5a5a5a; --line: #c9c9c9; --mark: #f6e7b4; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 178mm; padding: 12mm 4mm; color: var(--ink); background: #fff; line-height: 1.75; font-size: 10.5pt;
          font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; text-align: justify; overflow-wrap: anywhere; }
        h1, h2, th, .tag, dt { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        h1 { font-size: 16pt; line-height: 1.5; margin: 2mm 0 4mm; text-align: left; }
        h2 { font-size: 12pt; margin: 8mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.4mm solid var(--ink); break-after: avoid; }
        p { margin: 0 0 2mm; } .path, .note, footer { color: var(--soft); font-size: 9pt; }
        .tag { display: inline-block; border: 0.3mm solid var(--ink); padding: 0 2.5mm; margin-right: 2mm; font-size: 10pt; }
        .tag.main { background: var(--ink); color: #fff; }
        blockquote { margin: 1mm 0 3mm; padding: 2mm 4mm; border-left: 1mm solid var(--line); white-space: pre-wrap; text-align: left; break-inside: avoid; }
        mark { background: var(--mark); color: inherit; padding: 0 0.5mm; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 0 0 3mm; break-inside: avoid; } dt { color: var(--soft); font-size: 9pt; } dd { margin: 0; }
        ol, ul { margin: 0 0 3mm; padding-left: 6mm; } li { margin-bottom: 2mm; }
        table { width: 100%; border-collapse: collapse; margin: 1mm 0 4mm; font-size: 9pt; text-align: left; }
        thead { display: table-header-group; } tr { break-inside: avoid; }
        th, td { padding: 1mm 2mm; border-bottom: 0.2mm solid var(--line); vertical-align: top; } th { font-weight: 600; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 8pt; word-break: break-all; }
        footer { margin-top: 10mm; border-top: 0.2mm solid var(--line); padding-top: 2mm; }
        @media print { body { padding: 0; max-width: none; } mark, .tag.main { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;
}
