using Kakehashi.Platform.Export;
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

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports/{id:long}/errors.csv", (long id, int? file, UploadDesk desk, Workspace workspace, HttpContext http) => Errors(id, file, ExportFormat.Csv, desk, workspace, http));
        routes.MapGet("/imports/{id:long}/errors.xlsx", (long id, int? file, UploadDesk desk, Workspace workspace, HttpContext http) => Errors(id, file, ExportFormat.Xlsx, desk, workspace, http));
    }

    /// <summary>A file with its problems in a column more: the one asked for, else the first that has any.</summary>
    private static async Task<Results<FileStreamHttpResult, NotFound>> Errors(long id, int? asked, ExportFormat format, UploadDesk desk, Workspace workspace, HttpContext http)
    {
        if (await workspace.Batches.FindAsync(id, Caller.Of(http), http.RequestAborted) is null) return TypedResults.NotFound();
        if (desk.Find(id) is not { Profile: { } code } upload || workspace.Profiles.Find(code) is not { } profile) return TypedResults.NotFound();
        if ((asked ?? ProblemFile.FirstFile(desk.ProblemsOf(id))) is not { } file || file < 0 || file >= upload.Files.Count) return TypedResults.NotFound();
        if (!File.Exists(desk.FileOf(id, file)) || !File.Exists(desk.ProblemsOf(id))) return TypedResults.NotFound();
        var written = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            using var problems = new ProblemFile(desk.ProblemsOf(id), file);
            if (ErrorColumn.Write(written, desk.FileOf(id, file), upload.Files[file], profile, problems, format, Speech.Spoken) is null) return Send(written, id, format);
        }
        catch
        {
            written.Dispose();
            throw;
        }

        written.Dispose();
        return TypedResults.NotFound();
    }

    private static FileStreamHttpResult Send(FileStream file, long id, ExportFormat format)
    {
        file.Position = 0;
        var (type, ending) = format == ExportFormat.Csv ? ("text/csv; charset=utf-8", "csv") : ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        return TypedResults.Stream(file, type, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"import-{id}-errors.{ending}"));
    }
}
