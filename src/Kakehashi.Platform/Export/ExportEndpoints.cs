using Kakehashi.Platform.Api;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Platform.Export;

/// <summary>Files of a list, in the language of the page: <c>/ja/agreements/export.csv</c>, <c>/en/agreements/template.xlsx</c>.</summary>
public static class ExportEndpoints
{
    /// <summary>What the address of a list says beside its filters and order; a file has all pages.</summary>
    private static readonly string[] OfThePage = ["page", "size", "view", "columns"];

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var ending = RecordExport.FileName(format);
            app.MapGet($"/{{route}}/export{ending}", RecordsApi.Answering(call => Export(call, format)));
            app.MapGet($"/{{route}}/template{ending}", RecordsApi.Answering(call => Template(call, format)));
        }
    }

    private static async Task<IResult> Export(ApiCall call, ExportFormat format)
    {
        if (call.Type() is not { IsDone: true, Value: { } type }) return RecordEndpoints.Refuse(call.Type());
        var query = await ListAddress.ReadAsync(call.Workspace, type, call.Http.Request.Query, OfThePage, call.Cancel);
        if (!query.IsDone) return RecordEndpoints.Refuse(query);
        // written whole before it is sent: a fault half-way is an answer, not a broken download
        var file = Temporary();
        try
        {
            await new RecordExport(call.Workspace).WriteAsync(type, query.Value, call.Actor, format, Speech.Spoken, file, cancel: call.Cancel);
        }
        catch (TableFault fault)
        {
            await file.DisposeAsync();
            return new ApiProblem(fault.Refusal);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        return Send(file, type, format, call.Workspace.IsSynthetic ? SyntheticData.FileSuffix : "");
    }

    private static Task<IResult> Template(ApiCall call, ExportFormat format)
    {
        if (call.Type() is not { IsDone: true, Value: { } type }) return Task.FromResult<IResult>(RecordEndpoints.Refuse(call.Type()));
        var file = Temporary();
        new RecordTemplate(call.Workspace).Write(type, format, Speech.Spoken, file);
        return Task.FromResult(Send(file, type, format, "-template"));
    }

    private static IResult Send(FileStream file, RecordType type, ExportFormat format, string suffix)
    {
        file.Position = 0;
        return Microsoft.AspNetCore.Http.Results.File(file, format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", RecordExport.FileName(type, format, suffix));
    }

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
