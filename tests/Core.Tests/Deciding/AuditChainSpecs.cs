using Tracker.Core.Deciding;

namespace Tracker.Core.Tests.Deciding;

public class AuditChainSpecs
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(8));

    private const string Salt = "5a1e";

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
        var left = AuditChain.Next(AuditChain.Empty, Start, "ab", "c", "d", "{}", Salt);
        var right = AuditChain.Next(AuditChain.Empty, Start, "a", "bc", "d", "{}", Salt);
        left.Hash.ShouldNotBe(right.Hash);
    }

    [Fact]
    public void A_stretch_can_be_recomputed_from_seals_alone()
    {
        var chain = Chain(20);
        var hash = chain[9].Hash;
        foreach (var entry in chain.Skip(10)) hash = AuditChain.Link(entry.Sequence, entry.Kind, AuditChain.Tag(entry), AuditChain.Seal(entry), hash);
        hash.ShouldBe(chain[19].Hash);
    }

    [Fact]
    public void An_entry_can_be_opened_without_naming_who_acted()
    {
        var entry = Chain(1)[0];
        AuditChain.Seal(entry.At, AuditChain.ActorSeal(entry), entry.Detail).ShouldBe(AuditChain.Seal(entry));
        AuditChain.ActorSeal(entry with { Salt = "other" }).ShouldNotBe(AuditChain.ActorSeal(entry), "without the salt nobody can try addresses");
        AuditChain.ActorSeal(entry with { Actor = "other@example.org" }).ShouldNotBe(AuditChain.ActorSeal(entry));
    }

    [Fact]
    public void Only_a_decisions_subject_can_be_recognised_while_its_entry_is_closed()
    {
        var decision = Chain(1)[0];
        AuditChain.Tag(decision).ShouldBe(AuditChain.DecisionTag("c-000"));
        var account = decision with { Kind = "account", Subject = "someone@example.org" };
        AuditChain.Tag(account).ShouldNotBe(AuditChain.Tag(account with { Salt = "other" }), "nobody can try addresses");
    }

    [Fact]
    public void A_log_that_began_before_entries_were_salted_still_holds()
    {
        var first = new AuditEntry(
            1, Start, "auditor@example.org", "decision", "c-000", "{}", "", "a4a9fd2d100a0e67675ba811094524317ddca2c35a5b5285a21633a759b21cad");
        AuditEntry[] log = [first, AuditChain.Next((first.Sequence, first.Hash), Start, "a", "b", "c", "{}", Salt)];
        AuditChain.FirstBroken(log).ShouldBeNull();
        AuditChain.FirstBroken([first with { Actor = "x" }, log[1]]).ShouldBe(1);
    }

    private static List<AuditEntry> Chain(int length, string detail = "{}")
    {
        var chain = new List<AuditEntry>();
        for (var i = 0; i < length; i++)
            chain.Add(AuditChain.Next(chain is [.., var last] ? (last.Sequence, last.Hash) : AuditChain.Empty, Start.AddMinutes(i), "auditor@example.org", "decision", $"c-{i:D3}", detail, Salt));
        return chain;
    }
}
