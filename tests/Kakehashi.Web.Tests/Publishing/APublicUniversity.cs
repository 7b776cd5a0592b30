using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Publishing;

[CollectionDefinition(nameof(APublicUniversity))]
public sealed class ThePublicUniversity : ICollectionFixture<APublicUniversity>;

/// <summary>A university that has published an indicator of every type, hidden and rounded, crossed and not; its tests only look.</summary>
public sealed class APublicUniversity : IAsyncLifetime
{
    /// <summary>Students from Korea: hidden to protect the three from Laos, and so large that it is found wherever it were told.</summary>
    public const int Hidden = 4_827_193;

    /// <summary>Students from China, which are told.</summary>
    public const int Told = 5_183_761;

    /// <summary>A measure crossed, a share, a ratio that is rounded, and one of two measures with nobody in it.</summary>
    public static readonly PublicationChoice[] Choices =
    [
        new("FL-01", ["country", "unit"], Period.Fiscal(2023)) { IsCrossed = true },
        new("ST-01", ["level", "nationality"], Period.Fiscal(2023)),
        new("OU-20", ["level", "country"], Period.Fiscal(2022)) { Method = PublicationMethod.Round, Protection = 5 },
        new("PA-09", ["type"], Period.Fiscal(2023)),
    ];

    private readonly Grounds grounds = new();

    public Observatory Observatory => grounds;

    /// <summary>Somebody who has not signed in.</summary>
    public HttpClient Anybody { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        await grounds.InitializeAsync();
        Anybody.BaseAddress = grounds.Client.BaseAddress;
        foreach (var choice in Choices)
        {
            var published = await grounds.Workspace.PublishAsync(choice, Actor.Local, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            Assert.True(published.IsDone, $"{choice.Indicator}: {published.Refusal}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Anybody.Dispose();
        await grounds.DisposeAsync();
    }

    public async Task<PublicDocument> Document(string code) => PublicDocument.Read(await Anybody.GetByteArrayAsync($"/en/open/indicators/{code}/data.json", TestContext.Current.CancellationToken));

    private sealed class Grounds : Observatory
    {
        protected override string Settings => "open_partners: true\n";

        protected override void EnterMore(ChangeSession session)
        {
            var arts = session.Read().Set<Kakehashi.Access.OrgUnits.OrgUnit>().Single(unit => unit.UnitCode == "A").Number;
            foreach (var fact in new[] { "student_headcount", "staff_headcount", "agreement" })
                foreach (var unit in new[] { Engineering, arts })
                    Create(session, "coverage", ("fact", fact), ("unit", unit), ("period", "FY2024"), ("submitted", true));
            Students(session, "JP", "bachelor", 900_000);
            Students(session, "CN", "bachelor", Told);
            Students(session, "KR", "bachelor", Hidden);
            Students(session, "LA", "bachelor", 3);
            Students(session, "JP", "master", 700_000);
            Create(session, "staff_headcount", ("unit", Engineering), ("as_of", new DateOnly(2024, 5, 1)), ("nationality", "JP"), ("category", "academic"), ("sex", "female"), ("persons", 640));
            foreach (var (type, count) in new[] { ("academic", 9), ("research", 4) })
                for (var i = 0; i < count; i++)
                    Create(session, "agreement", ("reference", $"{type}-{i}"), ("title", new Bilingual("協定", "Agreement")), ("type", type), ("level", "university"), ("state", "in_force"), ("effective_from", new DateOnly(2020, 4, 1)), ("renews_by_itself", true), ("unit", Engineering));
            foreach (var (country, level, count) in new[] { ("FR", "bachelor", 31), ("DE", "bachelor", 14), ("LA", "master", 2) })
                for (var i = 0; i < count; i++) Abroad(session, country, level, i);
        }

        private void Students(ChangeSession session, string nationality, string level, int persons) => Create(
            session, "student_headcount", ("unit", Engineering), ("as_of", new DateOnly(2024, 5, 1)), ("nationality", nationality), ("level", level), ("sex", "male"), ("degree_seeking", true), ("persons", persons));

        private void Abroad(ChangeSession session, string country, string level, int number) => Create(
            session, "mobility_period", ("reference", string.Create(CultureInfo.InvariantCulture, $"out-{country}-{number}")), ("direction", "out"), ("kind", "student"),
            ("host_country", country), ("unit", Engineering), ("started_on", new DateOnly(2024, 9, 1)), ("level", level), ("ended_on", new DateOnly(2024, 9, 11 + number % 3)));
    }
}
