using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Accounts;
using Tracker.App.Reports;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Benchmarks;

/// <summary>The web program as a process of its own on the loopback address, over a database that is filled already.</summary>
internal sealed class LoadSite : IAsyncDisposable
{
    private const string Email = "auditor@example.org";
    private const string Password = "落实情况要一条一条地核对";
    private readonly Process _process;
    private readonly DatabaseSettings _database;

    private LoadSite(Process process, DatabaseSettings database, Uri address) => (_process, _database, Address) = (process, database, address);

    public Uri Address { get; }

    public static async Task<LoadSite> StartAsync(DatabaseSettings database)
    {
        await using (var services = new ServiceCollection().AddLogging().AddTrackerData(database).AddTrackerApp().BuildServiceProvider())
        await using (var scope = services.CreateAsyncScope())
        {
            if (!await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Users.AnyAsync())
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddUser.Command(Email, UserRole.Auditor, Password));
        }

        var none = Directory.CreateDirectory(Path.Combine(database.DataDirectory, "no-seeds")).FullName;
        await File.WriteAllTextAsync(Path.Combine(none, Manifest.FileName), """{ "bodies": [], "reports": [] }""");
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tracker.Web.dll"), "--urls", address.ToString()]) { RedirectStandardOutput = true };
        (string, string)[] settings =
        [
            ("Tracker__Roles", "web"), ("Tracker__Database__Provider", database.Provider.ToString()), ("ConnectionStrings__Tracker", database.ConnectionString),
            ("Tracker__DataDirectory", database.DataDirectory), ("Tracker__SeedsDirectory", none), ("Logging__LogLevel__Default", "Warning"), ("ASPNETCORE_ENVIRONMENT", "Production"),
        ];
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.OutputDataReceived += (_, line) => { if (line.Data?.Contains("\"Error\"", StringComparison.Ordinal) == true) Console.WriteLine(line.Data[..Math.Min(600, line.Data.Length)]); };
        using var client = new HttpClient { BaseAddress = address };
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if ((await client.GetAsync("/readyz")).IsSuccessStatusCode) return new LoadSite(process, database, address);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The site did not start.");
    }

    /// <summary>A browser in which an auditor is logged in, or nobody.</summary>
    public async Task<HttpClient> BrowserAsync(bool auditor)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = Address };
        if (!auditor) return browser;
        var answer = await browser.PostAsync("/account/login", new FormUrlEncodedContent(
        [
            new("Email", Email), new("Password", Password), new("__RequestVerificationToken", await ServerSite.FormTokenAsync(browser, "/account/login")),
        ]));
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"The login answered {answer.StatusCode}.");
    }

    /// <summary>Processor time so far, of the web program and of the database's server where there is one.</summary>
    public async Task<TimeSpan> ProcessorAsync()
    {
        _process.Refresh();
        var total = _process.TotalProcessorTime;
        if (_database.Provider == DatabaseProvider.Sqlite) return total;
        await using var db = _database.Open();
        var server = (await db.Database.SqlQueryRaw<string>("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS \"Value\"").SingleAsync()).Trim();
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                var stat = (await File.ReadAllTextAsync(Path.Combine(folder, "stat"))).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (stat[1] == server) total += TimeSpan.FromMilliseconds(10 * (long.Parse(stat[11], CultureInfo.InvariantCulture) + long.Parse(stat[12], CultureInfo.InvariantCulture)));
            }
            catch (IOException)
            {
                // A process that has just ended.
            }
        }

        return total;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
