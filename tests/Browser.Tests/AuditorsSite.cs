using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tracker.Browser.Tests;

/// <summary>The running program with two auditors, an administrator and one auditor's access token.</summary>
public sealed class AuditorsSite : IAsyncLifetime
{
    public const string Auditor = "shen@taiyuan.example";
    public const string OtherAuditor = "he@taiyuan.example";
    public const string Admin = "guan@taiyuan.example";
    public const string Password = "落实情况要一条一条地核对";
    public const string Pair = "taiyuan-cppcc-2025";

    private static readonly DirectoryInfo WithAccounts = Directory.CreateTempSubdirectory("tracker-accounts-");

    /// <summary>The auditor's token. The accounts are made once in a test run, like the first start.</summary>
    private static readonly Lazy<Task<string>> Accounts = new(AddAccountsAsync);

    static AuditorsSite() => AppDomain.CurrentDomain.ProcessExit += (_, _) => WithAccounts.Delete(recursive: true);

    public RunningSite Running { get; } = new(async data =>
    {
        await Accounts.Value;
        PreparedData.Copy(WithAccounts, data);
    });

    /// <summary>A program that acts for the auditor.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Running.InitializeAsync();
        if (Running.Browser is null) return;
        Api = new HttpClient { BaseAddress = new Uri(Running.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", await Accounts.Value) } };
    }

    public async Task DisposeAsync()
    {
        Api?.Dispose();
        await Running.DisposeAsync();
    }

    /// <summary>Runs the command line on the site's data, as an operator does while the site is up.</summary>
    public Task<string> CommandAsync(string input, params string[] arguments) => RunAsync(Running.DataDirectory, input, arguments);

    private static async Task<string> AddAccountsAsync()
    {
        await PreparedData.CopyToAsync(WithAccounts);
        foreach (var (email, role) in new[] { (Auditor, "auditor"), (OtherAuditor, "auditor"), (Admin, "admin") })
            await RunAsync(WithAccounts.FullName, Password, "users", "add", "--email", email, "--role", role);
        return (await RunAsync(WithAccounts.FullName, "", "tokens", "add", "--user", Auditor)).Trim();
    }

    private static async Task<string> RunAsync(string data, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Built.Path("TrackerCli"), .. arguments, "--data", data])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return output;
    }

    public async Task<JsonElement> CommitmentAsync(string id) => await Api.GetFromJsonAsync<JsonElement>($"/api/v1/commitments/{id}");

    public async Task<IReadOnlyList<JsonElement>> DecisionsAsync(string id) =>
        [.. (await Api.GetFromJsonAsync<JsonElement>($"/api/v1/commitments/{id}/history")).GetProperty("decisions").EnumerateArray()];

    /// <summary>The id of the commitment whose words these are.</summary>
    public async Task<string> FindAsync(string words) =>
        (await Api.GetFromJsonAsync<JsonElement>($"/api/v1/commitments?pair={Pair}&q={Uri.EscapeDataString(words)}")).GetProperty("items")[0].GetProperty("id").GetString()!;

    public async Task DecideAsync(string id, object decision) =>
        (await Api.PostAsJsonAsync($"/api/v1/commitments/{id}/decisions", decision)).EnsureSuccessStatusCode();

    /// <summary>A visit that starts logged in.</summary>
    public async Task<Visit> VisitAsync(string email, int width, Microsoft.Playwright.ColorScheme scheme = Microsoft.Playwright.ColorScheme.Light, bool scripts = true)
    {
        var visit = await Visit.StartAsync(Running, width, scheme, scripts);
        await visit.Page.GotoAsync("/account/login");
        await visit.Page.FillAsync("[name=Email]", email);
        await visit.Page.FillAsync("[name=Password]", Password);
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        return visit;
    }
}
