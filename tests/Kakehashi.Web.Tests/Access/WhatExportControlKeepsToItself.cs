using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Web.Tests.Indicators;
using Record = Kakehashi.Records.Record;

namespace Kakehashi.Web.Tests.Access;

/// <summary>A record that takes a right to be seen at all: nobody else finds it, nor learns that it is there.</summary>
public sealed class WhatExportControlKeepsToItself(WhatExportControlKeepsToItself.ALaboratory laboratory) : IClassFixture<WhatExportControlKeepsToItself.ALaboratory>
{
    private const string Item = "Five-axis milling machine";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_seen_listed_searched_and_exported_by_whoever_reviews()
    {
        using var client = await laboratory.ClientOf(new NewGrant(Role.ExportController, null));
        foreach (var path in new[] { "item-classifications", $"item-classifications/{laboratory.Machine}", "item-classifications/export.csv" })
            Assert.True((await client.GetStringAsync($"/en/{path}", Cancel)).Contains(Item, StringComparison.Ordinal), path);
        Assert.Contains($"item-classifications/{laboratory.Machine}", await client.GetStringAsync("/en/search?q=Five-axis", Cancel));
        Assert.Contains("item-classifications", await client.GetStringAsync("/en/", Cancel));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Strategist)]
    [InlineData(Role.Administrator)]
    public async Task Is_hidden_from_everybody_else_on_every_way(Role role)
    {
        using var client = await laboratory.ClientOf(new NewGrant(role, null));
        foreach (var path in new[] { "item-classifications", $"item-classifications/{laboratory.Machine}", $"item-classifications/{laboratory.Machine}/edit", "item-classifications/export.csv", "item-classifications/new" })
        {
            using var answer = await client.GetAsync(new Uri($"/en/{path}", UriKind.Relative), Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain(Item, await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.DoesNotContain("item-classifications", await client.GetStringAsync("/en/search?q=Five-axis", Cancel));
        Assert.DoesNotContain("item-classifications", await client.GetStringAsync("/en/", Cancel));
    }

    [Fact]
    public async Task Is_written_by_nobody_else()
    {
        var workspace = laboratory.Workspace;
        var actor = new Actor("officer") { Reach = Roles.Rights(Role.Administrator).ToDictionary(right => right, _ => (IReadOnlySet<long>?)null) };
        Assert.False(actor.May(Right.ControlExports));
        var type = workspace.Types.WithCode("item_classification")!;
        using var session = workspace.Begin(ChangeOrigin.Form(actor));
        Assert.Throws<NotAllowedException>(() => session.Create(type, ALaboratory.Classification(type, "C-2")));
        await using var context = workspace.Database.Read();
        Assert.Null(await context.FindAsync(type, laboratory.Machine, actor, Cancel));
    }

    /// <summary>With one item that has been classified.</summary>
    public sealed class ALaboratory : Observatory
    {
        public long Machine { get; private set; }

        public static Record Classification(RecordType type, string reference)
        {
            var record = type.New();
            foreach (var (field, value) in new (string, object?)[]
                { ("reference", reference), ("item", Item), ("kind", "goods"), ("result", "listed"), ("row", "2(12)"), ("law_as_of", new DateOnly(2026, 4, 1)), ("judged_by", "Sato"), ("judged_on", new DateOnly(2026, 5, 1)) })
                type.Field(field)!.Write(record, value);
            return record;
        }

        protected override void EnterMore(ChangeSession session)
        {
            var type = Workspace.Types.WithCode("item_classification")!;
            var record = Classification(type, "C-1");
            session.Create(type, record);
            Machine = record.Number;
        }
    }
}
