using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tracker.App.SecondReading;

internal static class SecondReadingStart
{
    public static void AddSecondReading(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => ReaderSettings.From(provider.GetService<IConfiguration>()));
        services.AddSingleton<AnswerForm>().AddSingleton<ChatServer>().AddSingleton<EmbeddingsServer>();
        services.AddScoped<ReaderBudget>().AddScoped<ReaderDesk>().AddScoped<PairQuestions>().AddScoped<PassageRanking>().AddScoped<Embeddings>();
        services.AddScoped<KnownCases>().AddScoped<ReaderLayer>().AddScoped<ReadingQueue>().AddScoped<ReadingWork>().AddScoped<ReadingWorker>();
    }
}
