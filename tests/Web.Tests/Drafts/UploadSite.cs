using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;

namespace Tracker.Web.Tests.Drafts;

/// <summary>The web application with no report in it, and auditors who hand reports in.</summary>
public sealed class UploadSite : IAsyncLifetime
{
    private static int _number;

    public AccountSite Accounts { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    public HttpClient Program { get; private set; } = null!;

    /// <summary>A report that says of itself whose it is and of which years: of a body of its own each time.</summary>
    public static (string Body, string Text) Sure(string more = "")
    {
        var number = Interlocked.Increment(ref _number);
        var name = "甲乙丙丁戊己庚辛壬癸"[number % 10].ToString() + "天地玄黄宇宙洪荒日月"[number / 10 % 10] + "山县";
        return ($"{name}政协", $"""
            政协{name}委员会常务委员会工作报告

            一、2025年工作回顾
            一年来，召开专题协商会3次，办理提案120件。{more}

            二、2026年主要任务
            制定出台委员履职管理办法，举办委员培训班4期。建成委员之家20个。
            """);
    }

    public const string Nameless = """
        工作报告

        一、2025年工作回顾
        一年来，召开专题会3次，办理建议120件。

        二、2026年主要任务
        制定出台管理办法，举办培训班4期。
        """;

    public static MultipartFormDataContent Files(string? token, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileName = $"\"{name}\"", FileNameStar = name };
            form.Add(content);
        }

        if (token is not null) form.Add(new StringContent(token), "__RequestVerificationToken");
        return form;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>As a browser does without a script.</summary>
    public async Task<HttpResponseMessage> UploadAsync(params (string Name, byte[] Bytes)[] files) =>
        await Browser.PostAsync("/reports/upload", Files(await AccountSite.FormTokenAsync(Browser, "/reports/upload"), files));

    /// <returns>Address of the draft.</returns>
    public async Task<string> DraftAsync(string name, string text) => (await UploadAsync((name, Bytes(text)))).Headers.Location!.OriginalString;

    public Task<HttpResponseMessage> ActAsync(string draft, string handler, params (string, string)[] fields) =>
        AccountSite.PostAsync(Browser, draft, $"{draft}?handler={handler}", fields);

    public async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> question)
    {
        await using var scope = Accounts.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    public Task<RunPairs.Result> RunAsync() => Accounts.SendAsync(new RunPairs.Command(RunCause.Command));

    public async Task InitializeAsync()
    {
        Browser = await Accounts.BrowserOfAsync(UserRole.Auditor);
        Program = await Accounts.ProgramOfAsync(UserRole.Auditor);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        Program.Dispose();
        await Accounts.DisposeAsync();
    }
}
