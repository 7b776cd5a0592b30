using Kakehashi.Strategy.Publishing;
using Kakehashi.Web.Demo;

namespace Kakehashi.Web.Tests.Demo;

public sealed class WhatTheDemonstrationPublishes(AUniversity university)
{
    [Fact]
    public async Task Is_safe_and_hides_little()
    {
        var workspace = university.Workspace;
        var choices = DemoPublications.Choices(workspace.Today).ToList();
        Assert.NotEmpty(choices);
        foreach (var choice in choices)
        {
            var prepared = await workspace.PrepareAsync(choice, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
            Assert.True(prepared.IsDone, prepared.Refusal?.Message.En);
            Assert.True(prepared.Value.IsSafe, $"{choice.Indicator}: {string.Join("; ", prepared.Value.Audited.Where(one => !one.Cell.IsSafe).Select(one => one.Name.En))}");
            Assert.InRange(prepared.Value.Loss, 0, 0.2m);
        }
    }
}
