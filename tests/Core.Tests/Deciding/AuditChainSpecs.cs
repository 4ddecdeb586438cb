using Tracker.Core.Deciding;

namespace Tracker.Core.Tests.Deciding;

public class AuditChainSpecs
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void An_untouched_chain_holds() => AuditChain.FirstBroken(Chain(20)).ShouldBeNull();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void An_altered_entry_is_found(int sequence)
    {
        foreach (var alter in new Func<AuditEntry, AuditEntry>[]
                 {
                     entry => entry with { Detail = entry.Detail + " " }, entry => entry with { Actor = "someone" }, entry => entry with { At = entry.At.AddTicks(1) },
                     entry => entry with { Subject = "other" }, entry => entry with { Hash = new string('0', 64) },
                 })
            AuditChain.FirstBroken(Chain(20).Select(entry => entry.Sequence == sequence ? alter(entry) : entry)).ShouldBe(sequence);
    }

    [Fact]
    public void A_missing_entry_is_found() => AuditChain.FirstBroken(Chain(20).Where(entry => entry.Sequence != 5)).ShouldBe(5);

    [Fact]
    public void A_cut_off_end_is_found_by_whoever_knows_the_last_hash()
    {
        var chain = Chain(20);
        AuditChain.FirstBroken(chain.Take(18)).ShouldBeNull();
        AuditChain.FirstBroken(chain.Take(18), (20, chain[19].Hash)).ShouldBe(19);
    }

    [Fact]
    public void An_entry_rewritten_with_all_after_it_is_found_by_whoever_knows_a_later_hash()
    {
        var honest = Chain(20);
        var forged = Chain(20, detail: "{\"forged\":true}");
        AuditChain.FirstBroken(forged, (20, honest[19].Hash)).ShouldBe(20);
    }

    [Fact]
    public void Shifting_text_between_fields_changes_the_hash()
    {
        var left = AuditChain.Next(null, Start, "ab", "c", "d", "{}");
        var right = AuditChain.Next(null, Start, "a", "bc", "d", "{}");
        left.Hash.ShouldNotBe(right.Hash);
    }

    private static List<AuditEntry> Chain(int length, string detail = "{}")
    {
        var chain = new List<AuditEntry>();
        for (var i = 0; i < length; i++)
            chain.Add(AuditChain.Next(chain.LastOrDefault(), Start.AddMinutes(i), "auditor@example.org", "decision", $"c-{i:D3}", detail));
        return chain;
    }
}
