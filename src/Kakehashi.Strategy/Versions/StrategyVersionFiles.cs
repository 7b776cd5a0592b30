using System.Text;
using Kakehashi.Platform;
using Kakehashi.Strategy.Tree;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Versions;

/// <summary>Strategies as YAML, to be taken to another installation.</summary>
public static class StrategyVersionFiles
{
    private const string Media = "application/yaml";

    public static void MapStrategyVersionFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/strategy/versions/{edition:int}.yaml", async Task<IResult> (int edition, Workspace workspace, HttpContext http) =>
            (await workspace.StrategyVersionsAsync(http.RequestAborted)).FirstOrDefault(one => one.Edition == edition) is { } version
                ? TypedResults.File(await workspace.TextAsync(version, http.RequestAborted), Media, StrategyVersions.NameOf(version))
                : TypedResults.NotFound());
        app.MapGet("/strategy/strategy.yaml", IResult (StrategyReading strategy) =>
            strategy.Tree is { } tree ? TypedResults.File(Encoding.UTF8.GetBytes(StrategyWriter.Write(tree)), Media, "strategy.yaml") : TypedResults.NotFound());
    }
}
