using Tracker.Hangfire;
using Tracker.Web.Hosting;

var builder = Site.CreateBuilder(args);
builder.AddHangfireEngine();
builder.AddTracker();

var app = builder.Build();
app.UseTracker();
app.MapDashboard();
app.Run();
