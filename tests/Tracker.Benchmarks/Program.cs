using System.Globalization;
using Tracker.Benchmarks;

// "server" alone measures what pages and audit actions cost the server.
if (args is ["server"])
{
    await ServerTable.PrintAsync();
    return;
}

// "digests" alone measures one digest run for many readers.
if (args is ["digests"])
{
    await DigestTiming.PrintAsync();
    return;
}

// "load" measures every page over a thousand reports: "load [FOLDER [sqlite|postgres]]" keeps the SQLite database there for the next time.
if (args is ["load", ..])
{
    await LoadTable.PrintAsync(args.ElementAtOrDefault(1), Enum.TryParse<Tracker.Data.DatabaseProvider>(args.ElementAtOrDefault(2), ignoreCase: true, out var provider) ? provider : null);
    return;
}

// "workers" alone measures how one, two and three processes share a run on PostgreSQL.
if (args is ["workers"])
{
    await WorkersTable.PrintAsync();
    return;
}

// "oracle REPORTS LABELS [FILE]" measures what a second reader that errs at a given rate would be worth.
if (args is ["oracle", var reports, var oracleLabels, ..])
{
    await ReaderWorthTable.PrintAsync(reports, oracleLabels, args.ElementAtOrDefault(3));
    return;
}

// "memory [REPORTS]" shows what a run takes, and that its memory does not grow with its pairs: of made-up pairs, or of a folder of reports.
if (args is ["memory", ..])
{
    await (args is [_, var folder] ? MemoryTable.PrintAsync(folder) : MemoryTable.PrintAsync());
    return;
}

// One program, one table: the pair given (or the seed pair), Tracker and the plain peer in the same run.
var root = Seeds.Root();
var plan = args.ElementAtOrDefault(0) ?? Path.Combine(root, "reports", "taiyuan-cppcc_2025.txt");
var review = args.ElementAtOrDefault(1) ?? Path.Combine(root, "reports", "taiyuan-cppcc_2026.txt");
var labels = args.ElementAtOrDefault(2) ?? (args.Length == 0 ? Path.Combine(root, "labels", "taiyuan-cppcc-2025.json") : null);

var ours = PairTiming.Measure(plan, review, labels);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pair: {ours.PlanCharacters} and {ours.ReviewCharacters} characters, {ours.Commitments} commitments, {ours.Claims} claims"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tracker: first pair {ours.First.TotalMilliseconds:F0} ms, then median {ours.Median.TotalMilliseconds:F0} ms a pair ({ours.Processor.TotalMilliseconds:F0} ms of processor time), peak working set {ours.PeakMegabytes:F0} MB"));
foreach (var (pairs, time, megabytes) in ours.Growth)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {pairs,4} pairs: {time.TotalMilliseconds / pairs:F0} ms a pair, {megabytes:F0} MB peak"));

if (args.Length == 0) await ServerTable.PrintAsync();
var peer = Peer.Measure(plan, review, ours.Borders, labels);
if (peer is null)
{
    Console.WriteLine("peer: not measured; it needs the Debian packages python3-jieba and python3-sklearn");
    return;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peer (jieba words, TF-IDF, scikit-learn): median {peer.Median.TotalMilliseconds:F0} ms; tracker takes {ours.Median / peer.Median:F2} times as long"));
if (ours.Figures is not { } own || peer.Figures is not { } theirs) return;
Console.WriteLine("figure\ttracker (weights may have seen this pair)\tpeer");
foreach (var (left, right) in own.Named.Zip(theirs.Named).Where(pair => !pair.First.IsCount))
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{left.Name}\t{left.Value:F3}\t{right.Value:F3}"));
