using FsCheck;
using FsCheck.Fluent;
using Tracker.Core.Deciding;

namespace Tracker.Core.Tests.Deciding;

public class SampleDrawSpecs
{
    private static readonly char[] Strata = ['a', 'b', 'c', 'd'];

    /// <summary>90 of a, 8 of b, 2 of c, none of d.</summary>
    private static readonly string[] Items =
        [.. Enumerable.Range(0, 90).Select(i => $"a{i}"), .. Enumerable.Range(0, 8).Select(i => $"b{i}"), "c0", "c1"];

    [Fact]
    public void The_same_seed_draws_the_same_sample_and_another_seed_another()
    {
        Draw(20, 7).ShouldBe(Draw(20, 7));
        Draw(20, 8).ShouldNotBe(Draw(20, 7));
    }

    [Fact]
    public void A_draw_is_the_same_on_every_machine() =>
        string.Join(' ', Draw(6, 42)).ShouldBe("a27 a82 a12 c0 a49 b3");

    [Fact]
    public void Rare_kinds_are_in_it()
    {
        var drawn = Draw(20, 1);
        drawn.Count.ShouldBe(20);
        drawn.Count(item => item[0] == 'c').ShouldBe(2);
        drawn.Count(item => item[0] == 'b').ShouldBe(3);
        drawn.Count(item => item[0] == 'a').ShouldBe(15);
    }

    [Fact]
    public void The_place_in_the_sample_does_not_tell_the_kind() =>
        Draw(20, 1).Select(item => item[0]).ShouldNotBe(Draw(20, 1).Select(item => item[0]).Order());

    [Fact]
    public void Within_a_kind_every_item_has_the_same_chance()
    {
        var times = Enumerable.Range(0, 3000).SelectMany(seed => Draw(20, seed)).CountBy(item => item).Where(item => item.Key[0] == 'a').Select(item => item.Value).ToList();
        times.Count.ShouldBe(90);
        times.ShouldAllBe(count => count > 400 && count < 600, "15 of 90 in 3000 draws: 500 expected");
    }

    [Fact]
    public void Shares_add_up_and_none_exceeds_what_there_is()
    {
        var cases = from counts in Gen.Choose(0, 300).ListOf()
                    from size in Gen.Choose(1, 400)
                    select (Counts: counts.ToList(), Size: size);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), drawn =>
        {
            var shares = SampleDraw.Shares(drawn.Counts, drawn.Size);
            shares.Sum().ShouldBe(Math.Min(drawn.Size, drawn.Counts.Sum()));
            shares.Zip(drawn.Counts).ShouldAllBe(pair => pair.First >= 0 && pair.First <= pair.Second);
        }));
    }

    private static IReadOnlyList<string> Draw(int size, int seed) => SampleDraw.Draw(Items, item => item[0], Strata, size, seed);
}
