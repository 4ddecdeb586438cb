using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.App.Accounts;
using Tracker.Data.Entities;
using Tracker.Web.Hosting;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Accounts;

/// <summary>The web application with no report in it, and browsers that use it.</summary>
public sealed partial class AccountSite : WebApplicationFactory<LoadingState>
{
    public const string Password = AccountProgram.Password;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tracker-accounts-");

    public bool IsPublic { get; init; } = true;

    public int LoginsPerMinute { get; init; } = 1000;

    /// <summary>What the process is for. Without <c>jobs</c> nothing is written, sent or taken up but by who is tried: the mail job alone comes every other minute.</summary>
    public string Roles { get; init; } = "web";

    /// <summary>What the program wrote to its log.</summary>
    public LogLines Log { get; } = new();

    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://tracker.example") });

    public async Task<HttpClient> BrowserOfAsync(UserRole role)
    {
        var email = await AddAsync(role);
        var browser = Browser();
        (await LogInAsync(browser, email)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <returns>The new account's e-mail address.</returns>
    public async Task<string> AddAsync(UserRole role)
    {
        var email = $"{role}-{Guid.NewGuid():N}@example.org";
        await SendAsync(new AddUser.Command(email, role, Password));
        return email;
    }

    public async Task<HttpClient> ProgramOfAsync(UserRole role)
    {
        var token = await SendAsync(new AddToken.Command(await AddAsync(role)));
        var client = Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return client;
    }

    public static async Task<HttpResponseMessage> LogInAsync(HttpClient browser, string email, string password = Password, string returnUrl = "/") =>
        await PostAsync(browser, "/account/login", ("Email", email), ("Password", password), ("ReturnUrl", returnUrl));

    /// <summary>Fills in a form of the page at <paramref name="address"/> as a browser does, antiforgery token included.</summary>
    public static Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields) =>
        PostAsync(browser, address, address, fields);

    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string address, params (string Name, string Value)[] fields) =>
        await browser.PostAsync(address, Form([.. fields, ("__RequestVerificationToken", await FormTokenAsync(browser, page))]));

    /// <summary>The token in the page's own form: the one in its frame's form does not help who fills in this one.</summary>
    public static async Task<string> FormTokenAsync(HttpClient browser, string page)
    {
        var html = await browser.GetStringAsync(page);
        return FormToken().Match(html, html.IndexOf("<main", StringComparison.Ordinal)).Groups[1].Value;
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var data = Path.Combine(_directory.FullName, "data");

        // Configured once more, it is the same installation that starts again.
        if (!Directory.Exists(data)) PreparedDatabase.CopyTo(data, Contents.Nothing);
        builder.UseSetting("Tracker:DataDirectory", data);
        builder.UseSetting("Tracker:SeedsDirectory", _directory.CreateSubdirectory("no-seeds").FullName);
        builder.UseSetting("Tracker:Roles", Roles);
        builder.UseSetting("Tracker:Access:PublicRead", IsPublic.ToString());
        builder.UseSetting("Tracker:Access:LoginsPerMinute", LoginsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Tracker:Access:SignUpsPerMinute", "1000");
        builder.ConfigureServices(services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = AccountProgram.Iterations));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_directory.Exists)
        {
            _directory.Delete(recursive: true);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
