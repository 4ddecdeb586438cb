using System.Text;

namespace Tracker.Web.Tests.Documents;

/// <summary>Makes a page of a public body's site out of a report: menus, news beside it, links before and after it, a foot.</summary>
internal static class WebPages
{
    public static byte[] OfText(string text, string charset)
    {
        var lines = PrintedReports.Lines(text).ToList();
        var links = string.Concat(Enumerable.Range(1, 30).Select(i => $"<li><a href=\"/{i}\">市政协召开第{i}次会议，部署重点工作</a></li>"));
        var page = $"""
            <!DOCTYPE html>
            <html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{lines[0]}_市政协</title>
            <script>var menu = "一、2025年主要任务，加快建设十所学校。";</script><style>/* 要闻，公告。 */</style></head>
            <body><div class="top"><ul>{links}</ul><div>当前位置：<a href="/">首页</a> &gt; <a href="/b">工作报告</a></div></div>
            <div class="wrap"><div class="left"><h3>热点</h3><ul>{links}</ul></div>
            <div class="main"><h1>{lines[0]}</h1><div class="info">发布时间：2025-03-01　来源：市政协　字号：大 中 小</div>
            <div class="content">{PrintedReports.Paragraphs(text)}</div><div class="share">分享到：<a href="#">微信</a></div>
            <div>上一篇：<a href="/p">市政协召开会议，部署全年工作。</a></div></div></div>
            <footer>版权所有：市政协，地址：某路一号。推进建设平台三个，承办：信息中心。</footer></body></html>
            """;
        var encoding = charset == "gb2312" ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")! : Encoding.UTF8;
        return encoding.GetBytes(page);
    }
}
