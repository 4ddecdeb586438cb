using System.Text;
using System.Text.Json.Nodes;
using Tracker.App;
using Tracker.App.Accounts;
using Tracker.App.Bundles;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Bundles;

/// <summary>A bundle is whole, says the same each time, and shows whatever was done to it.</summary>
[Collection(nameof(Databases))]
public sealed class BundleSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_bundle_passes_every_check_and_is_the_same_for_the_same_state(DatabaseProvider provider)
    {
        await using var program = await StartAsync(provider);
        var id = await DecideAsync(program);

        var zip = await BundleAsync(program, id);
        (await BundleAsync(program, id)).ShouldBe(zip);
        var known = await program.ReadAsync(db => Task.FromResult(db.AuditLog.OrderByDescending(entry => entry.Sequence).First()));
        var results = new BundleCheck((known.Sequence, known.Hash), DecisionProgram.Plan, DecisionProgram.Review).Run(BundleFile.Of("b", zip));

        results.Where(result => result.Problem is not null).ShouldBeEmpty();
        results.Select(result => result.Name).ShouldBe(
        [
            "container", "manifest", "sha256 README.txt", "sha256 commitment.html", "sha256 commitment.json", "sha256 chain.json", "json", "page", "quotes",
            "arithmetic", "numbers", "status", "chain", "decisions", "known entry", "plan text", "review text",
        ]);
    }

    [Fact]
    public async Task Every_commitment_has_a_sound_bundle_decided_or_not()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        await DecideAsync(program);
        foreach (var id in await program.ReadAsync(db => Task.FromResult(db.Commitments.Select(c => c.Id).ToList())))
        {
            var file = BundleFile.Of(id, await BundleAsync(program, id));
            new BundleCheck().Run(file).Where(result => result.Problem is not null).ShouldBeEmpty(id);
        }

        (await program.SendAsync(new MakeBundle.Query("nothing"))).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_decided_is_named_as_they_wish_and_no_address_leaves_the_house()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        await program.SendAsync(new AddUser.Command(DecisionProgram.Auditor, UserRole.Auditor, "a long pass phrase", "王审核"));
        var file = BundleFile.Of("b", await BundleAsync(program, await DecideAsync(program)));

        foreach (var (name, content) in file.Parts) Encoding.UTF8.GetString(content).ShouldNotContain("@example.org", Case.Insensitive, name);
        Encoding.UTF8.GetString(file.Parts[BundleFile.PageName]).ShouldContain("王审核");
    }

    [Fact]
    public async Task Flipping_any_one_byte_is_noticed()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var zip = await BundleAsync(program, await DecideAsync(program));
        var random = new Random(20261121);
        for (var round = 0; round < 400; round++)
        {
            var altered = (byte[])zip.Clone();
            var at = round < 40 ? zip.Length - 1 - round : random.Next(zip.Length);
            altered[at] ^= (byte)(1 << random.Next(8));
            IsNoticed(altered).ShouldBeTrue($"byte {at}");
        }
    }

    [Theory]
    [InlineData("commitment.json", "\"status\": \"partial\"", "\"status\": \"fulfilled\"")]
    [InlineData("commitment.json", "核对过原文", "没有核对")]
    [InlineData("commitment.json", "\"signedAs\": \"审核员\"", "\"signedAs\": \"别人\"")]
    [InlineData("commitment.json", "\"quote\": \"建成委员之家20个\"", "\"quote\": \"建成委员之家30个\"")]
    [InlineData("commitment.json", "\"contribution\": 0.", "\"contribution\": 1.")]
    [InlineData("chain.json", "核对过原文", "没有核对")]
    [InlineData("chain.json", "\"kind\": \"decision\"", "\"kind\": \"account\"")]
    public async Task What_is_altered_and_packed_again_with_right_hashes_is_noticed_all_the_same(string part, string from, string to)
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var file = BundleFile.Of("b", await BundleAsync(program, await DecideAsync(program)));
        var text = Encoding.UTF8.GetString(file.Parts[part]);
        text.ShouldContain(from);

        IsNoticed(Repacked(file, part, Replaced(text, from, to))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_log_entry_taken_out_swapped_or_closed_is_noticed()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var file = BundleFile.Of("b", await BundleAsync(program, await DecideAsync(program)));
        var chain = JsonNode.Parse(file.Parts[BundleFile.ChainName])!;
        var count = chain["entries"]!.AsArray().Count;
        count.ShouldBeGreaterThan(3);
        for (var at = 0; at < count - 1; at++)
        {
            var without = chain.DeepClone();
            without["entries"]!.AsArray().RemoveAt(at);
            IsNoticed(Repacked(file, BundleFile.ChainName, without.ToJsonString())).ShouldBeTrue($"without {at}");

            var swapped = chain.DeepClone();
            var (left, right) = (chain["entries"]![at]!.DeepClone(), chain["entries"]![at + 1]!.DeepClone());
            (swapped["entries"]![at], swapped["entries"]![at + 1]) = (right, left);
            IsNoticed(Repacked(file, BundleFile.ChainName, swapped.ToJsonString())).ShouldBeTrue($"swapped {at}");
        }
    }

    [Fact]
    public async Task A_decision_left_out_together_with_its_log_entrys_content_is_noticed()
    {
        await using var program = await StartAsync(DatabaseProvider.Sqlite);
        var id = await DecideAsync(program);
        var entry = await program.ReadAsync(db => Task.FromResult(db.AuditLog.Where(e => e.Subject == id).OrderBy(e => e.Sequence).First()));
        var file = BundleFile.Of("b", await BundleAsync(program, id));
        var document = file.Read<BundleDocument>(BundleFile.DocumentName);
        var chain = file.Read<ChainSegment>(BundleFile.ChainName);
        var closed = chain with { Entries = [.. chain.Entries.Select(item => item.Sequence == entry.Sequence ? ChainSegment.EntryOf(entry, false, TimeZoneInfo.Utc) : item)] };
        closed.FirstBroken().ShouldBeNull("the chain itself cannot tell");

        var forged = MakeBundle.Pack(document with { Decisions = [.. document.Decisions.Where(decision => decision.LogEntry != entry.Sequence)] }, closed);
        new BundleCheck().Run(BundleFile.Of("forged", forged)).Single(result => result.Name == "decisions").Problem.ShouldNotBeNull();
    }

    private static bool IsNoticed(byte[] zip)
    {
        try
        {
            return new BundleCheck().Run(BundleFile.Of("altered", zip)).Any(result => result.Problem is not null);
        }
        catch (UnusableInputException refusal)
        {
            return refusal.Code == "bad-bundle";
        }
    }

    /// <summary>As someone would who knows how bundles are made.</summary>
    private static byte[] Repacked(BundleFile file, string part, string text)
    {
        var parts = BundleFile.Names.Skip(1).Select(name => (name, name == part ? Encoding.UTF8.GetBytes(text) : file.Parts[name])).ToList();
        var id = file.Read<BundleDocument>(BundleFile.DocumentName).Id;
        return BundleZip.Write([(BundleFile.ManifestName, BundleManifest.Of(id, parts).ToBytes()), .. parts]);
    }

    private static string Replaced(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }

    private static async Task<byte[]> BundleAsync(DecisionProgram program, string id) => (await program.SendAsync(new MakeBundle.Query(id)))!.Zip;

    /// <summary>Three decisions of which one was undone, with other people's in between.</summary>
    private static async Task<string> DecideAsync(DecisionProgram program)
    {
        var row = await program.CommitmentAsync("委员之家");
        var other = await program.CommitmentAsync("委员培训班");
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, "核对过原文", CommitmentStatus.Contradicted));
        await program.SendAsync(new UndoDecision.Command());
        await program.SendAsync(new Decide.Command(other.Id, DecisionKind.SetStatus, Status: CommitmentStatus.None));
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.Evidence, Passage: new PassageChoice(null, "开展读书活动30余场")));
        await program.SendAsync(new Decide.Command(row.Id, DecisionKind.SetStatus, "核对过原文", CommitmentStatus.Partial));
        await program.SendAsync(new Decide.Command(other.Id, DecisionKind.SetStatus, Status: CommitmentStatus.Partial));
        return row.Id;
    }

    private Task<DecisionProgram> StartAsync(DatabaseProvider provider) => DecisionProgram.StartAsync(databases, provider);
}
