using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Accounts;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;
using Xunit.Abstractions;

namespace Tracker.Web.Tests.Security;

/// <summary>Who may not write changes nothing, at any address that writes, and is told so.</summary>
public sealed class WritingSpecs(AuditedSite site, ITestOutputHelper output) : IClassFixture<AuditedSite>
{
    /// <summary>
    /// What everybody may do: log in, take up a link, choose light or dark, ask to subscribe, and what the signed links of mails are good for.
    /// A form's token it takes nonetheless.
    /// </summary>
    private static readonly string[] OpenToAll =
        ["/account/login", "/account/link/", "/preferences", "/digest/subscribe", "/digest/manage", "/digest/manage/", "/digest/confirm/", ByItsLinkAlone];

    /// <summary>
    /// One-click 退订, RFC 8058: a mail program posts by itself, with no cookie and no form that could carry a token. The signed link in the
    /// address is all that says who asks; no other site knows it, and it ends nothing but what it was made for.
    /// </summary>
    private const string ByItsLinkAlone = "/digest/unsubscribe/";

    /// <summary>What everybody with an account may do, to their own account.</summary>
    private static readonly string[] OneselfOnly = ["/account", "/digest/mine"];

    /// <summary>What only the two auditors of a sample may do, whatever the role of others.</summary>
    private const string OfNamedAuditors = "/audit/samples/";

    [Fact]
    public async Task Without_a_login_nothing_is_written()
    {
        foreach (var route in (await RoutesAsync()).Where(route => !IsOpen(route)))
        {
            using var nobody = site.Accounts.Browser();
            var answer = await RefusedAsync(nobody, route, null);
            if (route.IsApi) await ShouldSayAsync(answer, HttpStatusCode.Unauthorized, route);
            else answer.Headers.Location!.PathAndQuery.ShouldStartWith("/account/login?returnUrl=", Case.Sensitive, $"{route}");
        }
    }

    [Fact]
    public async Task With_a_viewers_login_nothing_is_written()
    {
        using var viewer = await site.Accounts.BrowserOfAsync(UserRole.Viewer);
        var token = await AccountSite.FormTokenAsync(viewer, "/account");
        foreach (var route in (await RoutesAsync()).Where(route => !IsOpen(route) && !OneselfOnly.Contains(route.Path)))
            await ShouldSayAsync(await RefusedAsync(viewer, route, token), HttpStatusCode.Forbidden, route);
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_is_written_even_by_an_administrator()
    {
        using var admin = await site.Accounts.BrowserOfAsync(UserRole.Admin);
        foreach (var route in await RoutesAsync())
            await ShouldSayAsync(await RefusedAsync(admin, route, null), IsByItsLink(route) ? HttpStatusCode.Gone : HttpStatusCode.BadRequest, route);
    }

    [Fact]
    public async Task One_address_alone_takes_no_forms_token_and_without_a_good_link_it_changes_nothing()
    {
        using var nobody = site.Accounts.Browser();
        var route = (await RoutesAsync()).Where(IsByItsLink).ShouldHaveSingleItem();
        await ShouldSayAsync(await RefusedAsync(nobody, route, null), HttpStatusCode.Gone, route);
    }

    [Fact]
    public async Task With_an_access_token_revoked_by_its_owner_nothing_is_written()
    {
        var email = await site.Accounts.AddAsync(UserRole.Admin);
        var token = await site.Accounts.SendAsync(new AddToken.Command(email));
        using var program = site.Accounts.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        (await program.GetAsync("/api/v1/bodies")).StatusCode.ShouldBe(HttpStatusCode.OK, "it was in force");

        using (var owner = site.Accounts.Browser())
        {
            await AccountSite.LogInAsync(owner, email);
            (await AccountSite.PostAsync(owner, "/account", "/account?handler=Revoke", ("token", token.Id))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        foreach (var route in (await RoutesAsync()).Where(route => !IsOpen(route)))
            await ShouldSayAsync(await RefusedAsync(program, route, null), HttpStatusCode.Unauthorized, route);
    }

    [Fact]
    public async Task The_same_requests_by_who_may_are_let_through()
    {
        foreach (var route in await RoutesAsync())
        {
            // A new account for each, since some of them end the session.
            using var admin = await site.Accounts.BrowserOfAsync(UserRole.Admin);
            var answer = await admin.SendAsync(Request(route, await AccountSite.FormTokenAsync(admin, "/account")));
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{route}");
            answer.StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized, $"{route}");
            if (!route.Path.StartsWith(OfNamedAuditors, StringComparison.Ordinal)) answer.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, $"{route}");
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("antiforgery", Case.Insensitive, $"{route}");
        }
    }

    [Fact]
    public async Task A_form_that_names_no_action_of_its_page_finds_nothing()
    {
        using var admin = await site.Accounts.BrowserOfAsync(UserRole.Admin);
        var token = await AccountSite.FormTokenAsync(admin, "/account");
        foreach (var path in (await RoutesAsync()).Where(route => !route.IsApi && route.Address.Contains("?handler=", StringComparison.Ordinal)).Select(route => route.Path).Distinct())
            (await RefusedAsync(admin, new RouteTable.Route("POST", path + "?handler=nothing"), token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    private static bool IsByItsLink(RouteTable.Route route) => route.Path.StartsWith(ByItsLinkAlone, StringComparison.Ordinal);

    private static bool IsOpen(RouteTable.Route route) => OpenToAll.Any(open => route.Path == open || (open.EndsWith('/') && route.Path.StartsWith(open, StringComparison.Ordinal)));

    private async Task<IReadOnlyList<RouteTable.Route>> RoutesAsync()
    {
        var commitment = await site.CommitmentAsync("委员之家");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = "stale", ["/api/v1/commitments/id"] = commitment.Id, ["email"] = await site.Accounts.AddAsync(UserRole.Viewer),
        };
        var routes = await RouteTable.WritingAsync(site.Accounts.Services, values);
        foreach (var route in routes) output.WriteLine($"{route}");
        routes.Select(route => route.Path).ShouldContain("/audit", "the table knows the pages");
        routes.Select(route => route.Path).ShouldContain("/api/v1/runs", "the table knows the API");
        return routes;
    }

    private async Task<HttpResponseMessage> RefusedAsync(HttpClient who, RouteTable.Route route, string? formToken)
    {
        var before = await DigestsAsync();
        var answer = await who.SendAsync(Request(route, formToken));
        (await DigestsAsync()).Except(before).Select(table => table.Key).ShouldBeEmpty($"{route} changed something");
        return answer;
    }

    private static HttpRequestMessage Request(RouteTable.Route route, string? formToken)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address);
        if (formToken is not null) request.Headers.Add("RequestVerificationToken", formToken);
        request.Content = route.IsApi
            ? new StringContent("""{"decision":"setStatus","status":"contradicted"}""", Encoding.UTF8, "application/json")
            : AccountSite.Form(
                ("status", "contradicted"), ("Email", "new@example.org"), ("email", "new@example.org"), ("role", "Admin"), ("name", "x"), ("theme", "dark"),
                ("Password", AccountSite.Password), ("Repeated", AccountSite.Password));
        return request;
    }

    private static async Task ShouldSayAsync(HttpResponseMessage answer, HttpStatusCode status, RouteTable.Route route)
    {
        answer.StatusCode.ShouldBe(status, $"{route}");
        var text = await answer.Content.ReadAsStringAsync();
        if (route.IsApi) answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", $"{route}");
        else if (status != HttpStatusCode.Unauthorized) text.ShouldContain("<h1", Case.Sensitive, $"{route} says nothing");
    }

    /// <summary>Of every row of every table; an index that cannot be read through is seen by the tables in which it is kept.</summary>
    private async Task<Dictionary<string, string>> DigestsAsync()
    {
        var settings = site.Accounts.Services.GetRequiredService<DatabaseSettings>();
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync();
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"))
            digests.Add(table, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', await RowsAsync(connection, $"SELECT * FROM \"{table}\""))))));
        return digests;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
        return rows;
    }
}
