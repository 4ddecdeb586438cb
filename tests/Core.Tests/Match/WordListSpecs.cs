using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Tests.Match;

public class WordListSpecs
{
    private static readonly WordList Words = new([("的", 900), ("养老", 300), ("服务", 300), ("养老服务", 60), ("提案", 100), ("办理", 100), ("养", 20), ("老", 20)]);

    [Theory]
    [InlineData("养老服务", "养老服务")]
    [InlineData("提案办理", "提案/办理")]
    [InlineData("养老的服务", "养老/的/服务")]
    [InlineData("老办理", "老/办理")]
    [InlineData("智慧养老", "智/慧/养老")]
    public void The_most_probable_cut_wins(string text, string expected) => Cut(text).ShouldBe(expected);

    [Fact]
    public void Latin_names_and_numbers_stay_whole_and_punctuation_is_passed_over() => Cut("lng提案，5.5%").ShouldBe("lng/提案/5.5%");

    [Fact]
    public void A_character_that_the_list_lacks_has_no_number() => Words.NumberOf("慧").ShouldBe(-1);

    private static string Cut(string text)
    {
        var tokens = new List<Token>();
        Words.Tokenise(text, tokens);
        return string.Join('/', tokens.Select(token => text.Substring(token.Start, token.Length)));
    }
}
