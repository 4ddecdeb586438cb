using Tracker.Web.Hosting;

var builder = Site.CreateBuilder(args);
builder.AddTracker();

var app = builder.Build();
app.UseTracker();
app.Run();
