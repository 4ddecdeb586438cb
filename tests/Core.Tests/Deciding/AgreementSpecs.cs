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
    public void Full_agreement_on_different_answers_is_one() =>
        Agreement.Of(Table((true, true, 5), (false, false, 5))).Kappa!.Value.ShouldBe(1, 1e-9);

    [Fact]
    public void Agreement_where_everyone_always_says_the_same_tells_nothing()
    {
        var agreement = Agreement.Of(Table((true, true, 10)));
        agreement.Raw.ShouldBe(1);
        agreement.Kappa.ShouldBeNull();
    }

    [Fact]
    public void Nothing_rated_is_no_figure() => Agreement.Of<bool>([]).ShouldBe(new Agreement(0, null, null, null));

    private static List<(bool, bool)> Table(params (bool First, bool Second, int Count)[] cells) =>
        [.. cells.SelectMany(cell => Enumerable.Repeat((cell.First, cell.Second), cell.Count))];
}
