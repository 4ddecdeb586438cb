using Tracker.App.Runs;
using Tracker.Data.Entities;

namespace Tracker.Web.Tests.App;

public sealed class PairingTests
{
    [Fact]
    public void The_report_of_a_year_plans_it_and_the_next_one_reviews_it()
    {
        Pairs(Report("r25", plan: 2025, review: 2024), Report("r26", plan: 2026, review: 2025)).ShouldBe(
        [
            "city-2024: - against r25, ReviewOnly",
            "city-2025: r25 against r26, Scored",
            "city-2026: r26 against -, Awaiting",
        ]);
    }

    [Fact]
    public void A_year_between_two_reports_that_nobody_speaks_of_is_no_pair() =>
        Pairs(Report("r20", plan: 2020), Report("r26", review: 2025)).ShouldBe(["city-2020: r20 against -, Awaiting", "city-2025: - against r26, ReviewOnly"]);

    [Fact]
    public void Bodies_are_never_held_against_each_other() =>
        Pairs(Report("a", "one", plan: 2025), Report("b", "two", review: 2025)).ShouldBe(["one-2025: a against -, Awaiting", "two-2025: - against b, ReviewOnly"]);

    [Fact]
    public void A_report_never_answers_itself() =>
        Pairs(Report("odd", plan: 2025, review: 2025)).ShouldBe(["city-2025: odd against -, Awaiting"]);

    [Fact]
    public void The_full_report_goes_before_the_newspaper_and_the_later_import_before_the_earlier()
    {
        Pairs(
            Report("paper", plan: 2025, kind: DocumentKind.Summary, day: 3), Report("full", plan: 2025, day: 1),
            Report("corrected", plan: 2025, day: 2)).ShouldBe(["city-2025: corrected against -, Awaiting"]);
    }

    private static IEnumerable<string> Pairs(params Pairing.Candidate[] reports) =>
        Pairing.Of(reports).Select(pair => $"{pair.Id}: {pair.PlanReportId ?? "-"} against {pair.ReviewReportId ?? "-"}, {pair.State}");

    private static Pairing.Candidate Report(
        string id, string body = "city", int? plan = null, int? review = null, DocumentKind kind = DocumentKind.FullReport, int day = 1) =>
        new(id, body, plan, review, kind, new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero));
}
