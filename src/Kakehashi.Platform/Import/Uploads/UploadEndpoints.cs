using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>What imports through the page need from the host.</summary>
public static class UploadEndpoints
{
    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton<Jobs.JobQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<Jobs.JobQueue>());
        services.AddSingleton<UploadDesk>();
        // what a request may be in all is said by its page; a form's parts may fill it
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.MultipartBodyLengthLimit = 2L << 30);
    }

    public static void MapUploads(this IEndpointRouteBuilder routes) => routes.MapGet("/imports/{id:long}/errors.csv", Errors);

    /// <summary>The rows with problems, of the first file that has any, with what is wrong behind them.</summary>
    private static Results<FileContentHttpResult, NotFound> Errors(long id, UploadDesk desk, Workspace workspace)
    {
        if (desk.Find(id) is not { Report: { } report, Profile: { } code } upload || workspace.Profiles.Find(code) is not { } profile) return TypedResults.NotFound();
        using var all = new MemoryStream();
        foreach (var (name, i) in upload.Files.Select((name, i) => (name, i)))
        {
            var problems = report.Problems.Where(problem => problem.File == name).ToList();
            if (problems.Count > 0 && File.Exists(desk.FileOf(id, i))) ErrorColumn.Write(all, desk.FileOf(id, i), name, profile, problems, Speech.Spoken);
        }

        return TypedResults.File(all.ToArray(), "text/csv; charset=utf-8", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"import-{id}-errors.csv"));
    }
}
