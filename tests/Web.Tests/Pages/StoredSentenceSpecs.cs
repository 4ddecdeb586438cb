using System.Text.Json;
using System.Text.RegularExpressions;
using Tracker.Web.Hosting;
using Tracker.Web.Language;

namespace Tracker.Web.Tests.Pages;

/// <summary>What the method wrote in Chinese, read in English.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class StoredSentenceSpecs(TrackerSite site)
{
    private static readonly Wording English = Wording.For(Wording.English);

    [Theory]
    [InlineData("字面相同：“第一议题”“制度”。", "Words in common: “第一议题”, “制度”.")]
    [InlineData("意思相近：“专家学者”与“邀请”、“走访”与“调研”。", "Similar in meaning: “专家学者” and “邀请”, “走访” and “调研”.")]
    [InlineData("目标600件以上，报告517件，差83件", "Target 600件以上, reported 517件: 83件 short")]
    [InlineData("目标600件以上，报告517件，后者是几年合计，不能比较。", "Target 600件以上, reported 517件: not comparable, as the latter is a total of several years.")]
    [InlineData("规则：承诺的是“建成”，报告只说“推进”，不算完成。", "Rule: “建成” was promised and the report says only “推进”, which is not done.")]
    [InlineData("用词没有相同或相近的：是按其他报告怎样答复同类部署判断的，请对照原文。", "No words are the same or alike: judged by how other reports answer such plans; please compare the texts.")]
    [InlineData("承诺要有的“制度”，最接近的几句都没有提到。", "A “制度” was promised, and none of the nearest passages names it.")]
    [InlineData("这份PDF有5000页，超过300页，请只保留报告正文。", "This PDF has 5000 pages, more than 300: keep the report’s own text only.")]
    [InlineData("tesseract在1秒内没有读完，文件可能有问题，请换一份。", "tesseract did not read it within 1 second; something may be wrong with the file: hand in another one.")]
    [InlineData("第3、12页没有文字层，这台机器上也没有识别图片的程序（Debian软件包x），这些页没有读。", "No text on page 3, 12, and no program on this machine that reads pictures (Debian package x): not read.")]
    [InlineData("一句谁也没有写过的话。", "一句谁也没有写过的话。")]
    public void A_sentence_is_found_again_by_its_pattern(string stored, string read) => StoredSentence.In(English, stored).ShouldBe(read);

    [Fact]
    public void In_Chinese_it_stays_as_it_is() => StoredSentence.In(Wording.For(Wording.Chinese), "把握不大，请人工核对。").ShouldBe("把握不大，请人工核对。");

    [Fact]
    public async Task No_Chinese_is_left_in_the_reasons_of_a_pair_but_what_they_quote()
    {
        var list = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/commitments?pair=taiyuan-cppcc-2025")).RootElement.GetProperty("items");
        foreach (var item in list.EnumerateArray())
        {
            var commitment = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/commitments/" + item.GetProperty("id").GetString())).RootElement;
            foreach (var reason in commitment.GetProperty("reasons").EnumerateArray())
                Han().IsMatch(Quotation().Replace(StoredSentence.In(English, reason.GetString()!), "")).ShouldBeFalse(reason.GetString());
        }
    }

    [Fact]
    public void Every_sentence_that_the_program_refuses_with_or_stores_can_be_read_in_English()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(ContentRoot.Find(), ".."), "*.cs", SearchOption.AllDirectories).Where(path => !Elsewhere().IsMatch(path));
        var sentences = sources.SelectMany(path => File.ReadAllText(path).Split(';')).Where(statement => Speaking().IsMatch(statement))
            .SelectMany(statement => ChineseWords().Matches(statement)).Select(words => Value().Replace(words.Groups[1].Value, "1")).Distinct().ToList();

        sentences.Count.ShouldBeGreaterThan(130);
        sentences.Where(sentence => Han().IsMatch(StoredSentence.In(English, sentence))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"WithMessage\(|Wrong\(|UnusableInputException\(|UnreadableDocumentException\(|Decoding\.Unusable\(|new Issue\(|Problem\(|RefuseAsync\(|UnusableCodes\.|AnchorFate\.|Placed?\(|Orphan")]
    private static partial Regex Speaking();

    [GeneratedRegex("""
        "((?:[^"\\\n]|\\.)*\p{IsCJKUnifiedIdeographs}(?:[^"\\\n]|\\.)*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ChineseWords();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Value();

    /// <summary>What is not written here, and the offline bundle, which is in Chinese.</summary>
    [GeneratedRegex(@"[\\/](bin|obj|node_modules|Bundles)[\\/]")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    /// <summary>Quotations may hold quotations; amounts stand as the reports write them.</summary>
    [GeneratedRegex("“.*”|(Target|reported) [^ :;]+|: [0-9.]+[^ ]+ (short|too many)")]
    private static partial Regex Quotation();
}
