using Tracker.App.Documents.Html;
using Tracker.App.Documents.Pdf;
using Tracker.App.Documents.Programs;
using Tracker.App.Documents.Scans;
using Tracker.App.Documents.Word;
using Tracker.Core.Domain;
using Tracker.Core.Reading;

namespace Tracker.App.Documents;

/// <summary>
/// 读取文稿: bytes in, text and pages out. The bytes decide the format, not the name; nothing of a document is believed before a limit was held
/// against it. One reader serves a whole program, so that its limit on scans at once holds over all documents.
/// </summary>
public sealed class DocumentReader
{
    private readonly DocumentSettings _settings;
    private readonly PdfReader _pdf;
    private readonly PageScanner _scanner;

    public DocumentReader(DocumentSettings settings)
    {
        _settings = settings;
        var programs = new ProgramRunner(settings);
        _scanner = new PageScanner(programs, settings);
        _pdf = new PdfReader(programs, _scanner, settings);
    }

    public DocumentSettings Settings => _settings;

    /// <param name="name">As the document was called where it came from: shown, and asked for its extension; never opened.</param>
    /// <exception cref="UnusableInputException">With one of <see cref="UnusableCodes"/>; nothing of the document is left behind.</exception>
    public async Task<DocumentText> ReadAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(_settings.DocumentSeconds));
        try
        {
            var extension = Path.GetExtension(name);
            var format = SourceFormats.Of(bytes, extension);
            var read = await ReadAsync(bytes, format, patience.Token);
            return SourceFormats.Contradicts(format, extension)
                ? read with { Issues = [new Issue("wrong-extension", IssueSeverity.Warning, new TextSpan(0, 0), $"文件名以{extension}结尾，内容却不是这种格式，已按内容读取。"), .. read.Issues] }
                : read;
        }
        catch (UnreadableDocumentException refusal)
        {
            throw new UnusableInputException(refusal.Code, $"{name}：{refusal.Message}", refusal);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new UnusableInputException(UnusableCodes.TooSlow, $"{name}：{_settings.DocumentSeconds}秒内没有读完，请拆成几份或提交文字版。", late);
        }
    }

    private async Task<DocumentText> ReadAsync(byte[] bytes, SourceFormat format, CancellationToken cancellation)
    {
        if (bytes.LongLength > _settings.MostBytes)
        {
            throw new UnreadableDocumentException(UnusableCodes.TooLarge, $"文件超过{_settings.MostMegabytes} MB，不像一份工作报告，请只保留报告正文。");
        }

        var read = format switch
        {
            SourceFormat.Pdf => await _pdf.ReadAsync(bytes, cancellation),
            SourceFormat.Picture => await _scanner.ReadPictureAsync(bytes, cancellation),
            SourceFormat.Word => WordReader.Read(bytes, _settings),
            SourceFormat.Html => HtmlReader.Read(bytes),
            SourceFormat.Text => ReadText(bytes),
            _ => throw new InvalidOperationException($"Unknown format {format}."),
        };
        return format == SourceFormat.Text ? read : Judged(read);
    }

    private static DocumentText ReadText(byte[] bytes)
    {
        var readable = Accept(TextDecoder.Decode(bytes));
        return new DocumentText(readable.Text, PageMap.None, readable.Encoding, Extractor.PlainText, readable.Damaged ? [DamagedText] : []);
    }

    private static DocumentText Judged(DocumentText read)
    {
        // Characters that no text has come out of broken fonts; as blanks they keep every offset.
        var text = string.Create(read.Text.Length, read.Text, (clean, source) =>
        {
            for (var i = 0; i < source.Length; i++) clean[i] = char.IsControl(source[i]) && !char.IsWhiteSpace(source[i]) ? ' ' : source[i];
        });
        Accept(TextDecoder.Judge(text, read.DecodedAs, damaged: false));
        return read with { Text = text, Issues = read.Text.Contains('\ufffd', StringComparison.Ordinal) ? [DamagedText, .. read.Issues] : read.Issues };
    }

    private static Issue DamagedText { get; } = new("damaged-characters", IssueSeverity.Warning, new TextSpan(0, 0), "文件里有少量字无法辨认，正文中显示为“\ufffd”，请核对。");

    private static Decoding.Readable Accept(Decoding decoding) => decoding switch
    {
        // No text has this character, and PostgreSQL cannot store it.
        Decoding.Readable { Text: var text } when text.Contains('\0', StringComparison.Ordinal) =>
            throw new UnreadableDocumentException(UnusableCodes.Binary, "这不是文本文件，请把报告另存为文本文件（UTF-8）。"),
        Decoding.Readable readable => readable,
        Decoding.Unusable unusable => throw new UnreadableDocumentException(unusable.Code, unusable.Message),
        _ => throw new InvalidOperationException($"Unknown decoding {decoding}."),
    };
}
