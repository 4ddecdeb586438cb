using System.Text;
using System.Text.Json;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;

namespace Tracker.App.Bundles;

/// <summary>核验: checks a bundle by itself, without database and network. A check that cannot be made for want of a sound part fails.</summary>
/// <param name="Known">Number and hash of a log entry as noted down elsewhere; null where there is none.</param>
/// <param name="Plan">Text of the plan's report; null not to hold the quotations against it.</param>
/// <param name="Review">Text of the review's report.</param>
public sealed record BundleCheck((long Sequence, string Hash)? Known = null, string? Plan = null, string? Review = null)
{
    /// <summary>No commitment has as many: what is computed from them must end.</summary>
    private const int MostDecisions = 5000;
    private const int MostPassages = 200;

    /// <param name="Name">In English, for scripts.</param>
    /// <param name="Problem">Null where it passed.</param>
    public sealed record Outcome(string Name, string? Problem);

    /// <exception cref="UnusableInputException"><c>bad-bundle</c>: the manifest is not that of a bundle, so that nothing could be checked.</exception>
    public IReadOnlyList<Outcome> Run(BundleFile file)
    {
        var manifest = ManifestOf(file);
        var results = new List<Outcome> { new("container", BundleZip.Write([.. BundleFile.Names.Select(name => (name, file.Parts[name]))]).AsSpan().SequenceEqual(file.Zip) ? null : "压缩包不是逐字节按原样写出的") };
        results.AddRange(Parts(file, manifest));
        var document = Try(() => file.Read<BundleDocument>(BundleFile.DocumentName), out var documentProblem);
        var chain = Try(() => file.Read<ChainSegment>(BundleFile.ChainName), out var chainProblem);
        var problem = documentProblem ?? chainProblem ?? Oversized(document!) ?? (document!.Id == manifest.Commitment ? null : "与清单所写的不是同一项承诺");
        Add("json", () => problem);
        if (problem is not null) return results;

        Add("page", () => Same(file, BundleFile.PageName, BundlePage.Of(document!, chain!)) ?? Same(file, BundleFile.ReadmeName, BundleReadme.Text));
        Add("quotes", () => BundleQuotes.InContext(document!));
        Add("arithmetic", () => BundleArithmetic.Candidates(document!));
        Add("numbers", () => BundleArithmetic.Numbers(document!));
        Add("status", () => BundleArithmetic.Status(document!));
        Add("chain", () => chain!.FirstBroken() is { } broken ? $"日志第 {broken} 条被改动、缺失或次序不对" : null);
        Add("decisions", () => Decisions(document!, chain!));
        if (Known is { } known) Add("known entry", () => HoldsKnown(chain!, known));
        if (Plan is { } plan) Add("plan text", () => BundleQuotes.InSource(document!.Plan, plan, [document.Commitment.Passage]));
        if (Review is { } review) Add("review text", () => document!.Review is { } report ? BundleQuotes.InSource(report, review, BundleQuotes.OfReview(document)) : "包里没有回顾报告");
        return results;

        void Add(string name, Func<string?> check) => results.Add(new(name, Guarded(check)));
    }

    private static BundleManifest ManifestOf(BundleFile file)
    {
        var manifest = Try(() => file.Read<BundleManifest>(BundleFile.ManifestName), out var problem);
        if (manifest is null) throw new UnusableInputException("bad-bundle", $"{problem}。请使用tracker bundle写出的原文件。");
        return manifest.Format == BundleManifest.CurrentFormat
            ? manifest
            : throw new UnusableInputException("bad-bundle", $"清单的格式不是{BundleManifest.CurrentFormat}。请使用写出它的那个版本来核验。");
    }

    private static IEnumerable<Outcome> Parts(BundleFile file, BundleManifest manifest)
    {
        var whole = manifest.ToBytes().AsSpan().SequenceEqual(file.Parts[BundleFile.ManifestName]) && manifest.Parts.Select(part => part.Name).SequenceEqual(BundleFile.Names.Skip(1), StringComparer.Ordinal);
        yield return new("manifest", whole ? null : "清单没有按原样列出各部分");
        foreach (var name in BundleFile.Names.Skip(1))
        {
            var listed = manifest.Parts.FirstOrDefault(part => part.Name == name);
            yield return new($"sha256 {name}", listed == BundleManifest.Part.Of(name, file.Parts[name]) ? null : "内容与清单的大小或哈希不符");
        }
    }

    private static string? Oversized(BundleDocument document) =>
        document.Decisions.Count > MostDecisions || document.Candidates.Count > MostPassages || document.Verdict.Evidence.Count > MostPassages
            || document.Verdict.MachineEvidence.Count > MostPassages
            ? "认定或引文多得不可能是一项承诺的"
            : null;

    /// <summary>Each decision is the one in the log, and the log has no other on this commitment.</summary>
    private static string? Decisions(BundleDocument document, ChainSegment chain)
    {
        var logged = new HashSet<long>();
        var entries = chain.Entries.ToDictionary(entry => entry.Sequence);
        foreach (var decision in document.Decisions)
        {
            var id = decision.Content.Id;
            if (decision.At.UtcTicks / TimeSpan.TicksPerMillisecond != decision.Content.AtMilliseconds) return $"认定 {id} 的时间前后不一";
            if (decision.LogEntry is not { } number || !entries.TryGetValue(number, out var entry)) return $"认定 {id} 在日志链段中没有记录";
            if (entry is { Opened: null, Closed: null }) return $"认定 {id} 由早期版本记录，日志没有封签，无法离线核对";
            if (entry.Opened is not { } open || !logged.Add(entry.Sequence)) return $"认定 {id} 的日志记录没有打开，或被用了两次";
            using var detail = JsonDocument.Parse(open.Detail);
            if (Text(detail, "digest") != DecisionDigest.Of(decision.Content) || Text(detail, "id") != id || open.Subject != decision.Content.CommitmentId)
                return $"认定 {id} 与日志第 {entry.Sequence} 条不符";
        }

        foreach (var entry in chain.Entries)
        {
            if (entry.Opened is not null && !logged.Contains(entry.Sequence)) return $"日志第 {entry.Sequence} 条是一项认定，包里却没有";
            if (entry.Closed is { Kind: AuditChain.Decisions } closed && closed.Tag == AuditChain.DecisionTag(document.Id)) return $"日志第 {entry.Sequence} 条与本承诺有关，却没有打开";
        }

        return null;
    }

    private static string? HoldsKnown(ChainSegment chain, (long Sequence, string Hash) known)
    {
        var entry = chain.Entries.FirstOrDefault(item => item.Sequence == known.Sequence);
        if (entry is null) return $"链段里没有第 {known.Sequence} 条";
        return entry.Hash == known.Hash ? null : $"日志第 {known.Sequence} 条的哈希与所给的不同";
    }

    private static string? Text(JsonDocument detail, string name) =>
        detail.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Same(BundleFile file, string name, string expected) =>
        file.Parts[name].AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(expected)) ? null : $"{name}与数据不一致";

    private static T? Try<T>(Func<T> read, out string? problem) where T : class
    {
        try
        {
            problem = null;
            return read();
        }
        catch (InvalidDataException cause)
        {
            problem = cause.Message;
            return null;
        }
    }

    /// <summary>Numbers of a stranger's document may point anywhere: what cannot be followed is wrong, and no fault of the program.</summary>
    private static string? Guarded(Func<string?> check)
    {
        try
        {
            return check();
        }
        catch (Exception cause) when (cause is ArgumentException or IndexOutOfRangeException or ArithmeticException or InvalidOperationException or JsonException or NullReferenceException)
        {
            return $"数据自相矛盾：{cause.Message.ReplaceLineEndings(" ")}";
        }
    }
}
