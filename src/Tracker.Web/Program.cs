using Tracker.App;
using Tracker.Data;
using Tracker.Web.Api;
using Tracker.Web.Features.Runs;
using Tracker.Web.Hosting;
using Tracker.Web.Jobs;
using Tracker.Web.Security;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
builder.Listen();
builder.LogAsJson();

builder.Services.AddTrackerData(DatabaseSettings.From(builder.Configuration));
builder.Services.AddTrackerApp(typeof(Program).Assembly);
builder.Services.AddFirstLoad();
builder.AddJobs();
builder.Services.AddPages();
builder.Services.AddApi();
builder.Services.AddRunEvents();
builder.AddAccountSecurity();

var app = builder.Build();

app.UseResponseCompression();
app.UseSecurityHeaders();
app.UseErrorAnswers();
app.UseFrontEndFiles();
app.UseRouting();
app.UseAccountSecurity();
app.MapHealth();
app.MapApi();
app.MapRunEvents();
app.MapRazorPages();
app.MapPreferences();

app.Run();
