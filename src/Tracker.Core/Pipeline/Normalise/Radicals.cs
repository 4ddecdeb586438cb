namespace Tracker.Core.Pipeline.Normalise;

/// <summary>
/// 部首: documents taken from PDF write common characters with the code points of dictionary radicals (⼀ for 一, ⻓ for 长).
/// They look the same and match nothing.
/// </summary>
internal static class Radicals
{
    private const char FirstKangxi = '\u2f00';

    /// <summary>The characters that U+2F00 to U+2FD5 stand for, in order.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日" +
        "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行" +
        "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private const string Simplified = "⺎⺓⺝⺟⺠⺮⺶⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳";
    private const string SimplifiedUsual = "兀幺月母民竹羊虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟";

    public static char Fold(char c)
    {
        if (c is < '\u2e80' or > '\u2fd5') return c;
        if (c >= FirstKangxi) return Kangxi[c - FirstKangxi];
        var index = Simplified.IndexOf(c, StringComparison.Ordinal);
        return index < 0 ? c : SimplifiedUsual[index];
    }
}
