using Tracker.Core.Tests.Conventions;

namespace Tracker.Core.Tests.Golden;

/// <summary>
/// Compares a text with the approved one in the repository. <c>TRACKER_APPROVE=1</c> approves what is received, which CI refuses:
/// there, an approval would make every golden test pass.
/// </summary>
internal static class Approval
{
    public static void Approve(string folder, string file, string received)
    {
        var approved = Repository.PathOf("tests", "Core.Tests", "Golden", folder, file);
        var approving = Environment.GetEnvironmentVariable("TRACKER_APPROVE") == "1";
        if (approving && Environment.GetEnvironmentVariable("CI") == "true")
            throw new InvalidOperationException("TRACKER_APPROVE is refused where CI=true.");

        if (approving)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, received);
            return;
        }

        File.Exists(approved).ShouldBeTrue($"{folder}/{file} was never approved: read it, then run with TRACKER_APPROVE=1");
        var expected = File.ReadAllText(approved);
        if (!string.Equals(expected, received, StringComparison.Ordinal))
            throw new Xunit.Sdk.XunitException($"{folder}/{file} changed at {FirstDifference(expected, received)}");
    }

    private static string FirstDifference(string expected, string received)
    {
        var (left, right) = (expected.Split('\n'), received.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        return $"line {line + 1}\n  approved: {At(left, line)}\n  received: {At(right, line)}\nRead the change; if it is right, run with TRACKER_APPROVE=1.";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(end)";
}
