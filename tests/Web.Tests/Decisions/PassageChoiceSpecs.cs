using FluentValidation;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Decisions;

/// <summary>What a person points at must be found again tomorrow, or it is refused today.</summary>
[Collection(nameof(Databases))]
public sealed class PassageChoiceSpecs(Databases databases)
{
    private const string Again = "举办读书会。";

    [Fact]
    public async Task Words_that_stand_in_like_surroundings_elsewhere_are_refused_and_more_of_them_taken()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var review = DecisionProgram.Review.Replace("开展读书活动30余场。", $"开展读书活动30余场。{string.Concat(Enumerable.Repeat(Again, 8))}", StringComparison.Ordinal);
        await program.TakeInAsync("review2.txt", review, 2026, 2025);
        var row = await program.CommitmentAsync("读书活动");
        var (start, length) = (review.IndexOf(Again, StringComparison.Ordinal) + (3 * Again.Length), Again.Length - 1);

        (await Should.ThrowAsync<ValidationException>(() => DecideAsync(new TextSpan(start, start + length)))).Errors.Single().ErrorMessage.ShouldContain("请多选几个字");
        await DecideAsync(new TextSpan(review.IndexOf("读书活动30余场", StringComparison.Ordinal), start + length));

        Task<Decide.Result?> DecideAsync(TextSpan span) => program.SendAsync(new Decide.Command(row.Id, DecisionKind.Evidence, Passage: new PassageChoice(span)));
    }

    [Fact]
    public async Task A_commitment_is_split_into_different_parts_none_of_which_is_the_whole()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        var row = await program.CommitmentAsync("读书活动");
        var (whole, half) = (new PassageChoice(row.Span), new PassageChoice(new TextSpan(row.Span.Start, row.Span.End - 4)));

        foreach (var parts in new[] { [half, half], new[] { whole, half } })
            (await Should.ThrowAsync<ValidationException>(() => program.SendAsync(new Decide.Command(row.Id, DecisionKind.Split, Parts: parts)))).Errors.Single().PropertyName.ShouldBe("parts");
    }

    [Fact]
    public async Task A_reason_has_an_end()
    {
        await using var program = await DecisionProgram.StartAsync(databases, DatabaseProvider.Sqlite);
        (await Should.ThrowAsync<ValidationException>(() => program.SendAsync(new ReaffirmDecision.Command("any", Reason: new string('长', 2001))))).Errors.Single().ErrorMessage.ShouldBe("说明最多2000字。");
    }
}
