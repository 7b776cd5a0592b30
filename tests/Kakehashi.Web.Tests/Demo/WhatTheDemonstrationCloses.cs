using Kakehashi.Strategy.Closing;
using Kakehashi.Web.Demo;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kakehashi.Web.Tests.Demo;

public sealed class WhatTheDemonstrationCloses(AUniversity university)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_two_years_of_which_one_was_revised_and_says_why()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-demo-").FullName;
        try
        {
            university.CopyTo(folder);
            using var workspace = await AUniversity.Open(folder);
            await DemoCloses.CloseAsync(workspace, NullLogger.Instance, Cancel);
            var closes = await workspace.ClosesAsync(Cancel);
            Assert.Equal(["FY2024/1", "FY2024/2", "FY2025/1"], closes.Select(close => $"{close.Period}/{close.Revision}").Order());
            var revisions = closes.Where(close => close.Period == "FY2024").OrderBy(close => close.Revision).ToList();
            Assert.Contains("37", revisions[1].Reason);
            // the courses, and nothing that was not corrected
            var (before, after) = (await workspace.FrozenAsync(revisions[0], Cancel), await workspace.FrozenAsync(revisions[1], Cancel));
            var changed = before.Figures.Except(after.Figures).Select(figure => figure.Code).Distinct().ToList();
            Assert.Equal(["CU-01"], changed);

            // what has been closed is not closed again when the program starts anew
            await DemoCloses.CloseAsync(workspace, NullLogger.Instance, Cancel);
            Assert.Equal(3, (await workspace.ClosesAsync(Cancel)).Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
