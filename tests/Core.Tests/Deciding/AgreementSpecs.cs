using Tracker.Core.Deciding;

namespace Tracker.Core.Tests.Deciding;

public class AgreementSpecs
{
    [Fact]
    public void Kappa_of_a_worked_table()
    {
        // Two raters, 50 items: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no. Observed 0.7, by chance 0.5.
        var agreement = Agreement.Of(Table((true, true, 20), (true, false, 5), (false, true, 10), (false, false, 15)));
        agreement.Raw!.Value.ShouldBe(0.7, 1e-9);
        agreement.Kappa!.Value.ShouldBe(0.4, 1e-9);
        agreement.Interval!.Value.Low.ShouldBeInRange(0.1, 0.2);
        agreement.Interval!.Value.High.ShouldBeInRange(0.6, 0.7);
    }

    [Fact]
    public void Kappa_of_two_dermatologists_as_published()
    {
        // SAS/STAT User's Guide, PROC FREQ, "Agreement study": kappa 0.3449, standard error 0.0724, 95 % limits 0.2030 and 0.4868.
        var agreement = Agreement.Of(Counts([[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]));
        agreement.Items.ShouldBe(88);
        agreement.Kappa!.Value.ShouldBe(0.3449, 5e-5);
        agreement.Interval!.Value.Low.ShouldBe(0.2030, 1e-4);
        agreement.Interval!.Value.High.ShouldBe(0.4868, 1e-4);
        agreement.Caution.ShouldBe(AgreementCaution.None);
    }

    [Fact]
    public void Kappa_of_two_psychiatrists_as_published()
    {
        // Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.1: kappa 0.68, standard error 0.087.
        var agreement = Agreement.Of(Counts([[75, 1, 4], [5, 4, 1], [0, 0, 10]]));
        agreement.Raw!.Value.ShouldBe(0.89, 1e-9);
        agreement.Kappa!.Value.ShouldBe(0.68, 5e-3);
        ((agreement.Interval!.Value.High - agreement.Interval.Value.Low) / (2 * 1.96)).ShouldBe(0.087, 1e-3);
    }

    [Fact]
    public void Full_agreement_on_different_answers_is_one_and_has_no_interval()
    {
        var agreement = Agreement.Of(Table((true, true, 50), (false, false, 50)));
        agreement.Kappa!.Value.ShouldBe(1, 1e-9);
        (agreement.Interval, agreement.Caution).ShouldBe((null, AgreementCaution.AllTheSame));
    }

    [Fact]
    public void Agreement_where_everyone_always_says_the_same_tells_nothing()
    {
        var agreement = Agreement.Of(Table((true, true, 10)));
        agreement.Raw.ShouldBe(1);
        (agreement.Kappa, agreement.Interval, agreement.Caution).ShouldBe((null, null, AgreementCaution.OneAnswerOnly));
    }

    [Fact]
    public void A_rater_who_always_says_the_same_makes_kappa_nought_and_its_interval_meaningless()
    {
        var agreement = Agreement.Of(Table((true, true, 40), (true, false, 10)));
        agreement.Raw!.Value.ShouldBe(0.8, 1e-9);
        agreement.Kappa!.Value.ShouldBe(0, 1e-9);
        (agreement.Interval, agreement.Caution).ShouldBe((null, AgreementCaution.OneRaterConstant));
        Agreement.Of(Table((true, false, 5))).Kappa!.Value.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Few_items_are_said_to_be_few() =>
        Agreement.Of(Table((true, true, 9), (false, false, 9), (true, false, 2))).Caution.ShouldBe(AgreementCaution.FewItems);

    [Fact]
    public void Nothing_rated_is_no_figure() => Agreement.Of<bool>([]).ShouldBe(new Agreement(0, null, null, null, AgreementCaution.NothingRated));

    private static List<(int, int)> Counts(int[][] table) =>
        [.. table.SelectMany((row, first) => row.SelectMany((count, second) => Enumerable.Repeat((first, second), count)))];

    private static List<(bool, bool)> Table(params (bool First, bool Second, int Count)[] cells) =>
        [.. cells.SelectMany(cell => Enumerable.Repeat((cell.First, cell.Second), cell.Count))];
}
