using Tracker.Core.Training;

namespace Tracker.Core.Tests.Training;

public class WordMinerSpecs
{
    [Fact]
    public void A_string_that_keeps_together_among_changing_neighbours_is_a_word()
    {
        var miner = new WordMiner();
        string[] before = ["加强", "推进", "完善", "开展", "做好", "优化", "深化", "落实"];
        string[] after = ["管理", "评估", "督办", "培训", "宣传", "保障", "研究", "考核"];
        foreach (var left in before)
            foreach (var right in after)
            {
                miner.Add($"{left}提案{right}。");
                miner.Add($"{right}与{left}。");
            }

        var words = miner.Mine().Select(entry => entry.Word).ToList();
        words.ShouldContain("提案");
        words.ShouldNotContain("案管");
        words.ShouldNotContain("强提");
    }

    [Fact]
    public void No_text_gives_no_words() => new WordMiner().Mine().ShouldBeEmpty();
}
