using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kakehashi.Access.SignIn;
using Kakehashi.Access.SignIn.Provider;
using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Reviews.Pages;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Partnerships.Agreements.Ewp;
using Kakehashi.Partnerships.Agreements.Letters;
using Kakehashi.Partnerships.Agreements.Pages;
using Kakehashi.Partnerships.Duplicates;
using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Platform;
using Kakehashi.Platform.Api;
using Kakehashi.Platform.Export;
using Kakehashi.Platform.Export.Pdf;
using Kakehashi.Platform.Export.Tables;
using Kakehashi.Platform.Forms;
using Kakehashi.Platform.Import.Uploads;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Settings;
using Kakehashi.Strategy.AgreementReports;
using Kakehashi.Strategy.Assessments.Letters;
using Kakehashi.Strategy.Assessments.Report;
using Kakehashi.Strategy.Board;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Comparing;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Open;
using Kakehashi.Strategy.Open.Formats;
using Kakehashi.Strategy.Places;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Strategy.Reports;
using Kakehashi.Strategy.Scoring;
using Kakehashi.Strategy.Versions;
using Kakehashi.Web.Components;
using Kakehashi.Web.Components.StyleGuide;
using Kakehashi.Web.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kakehashi.Web;

/// <summary>Puts the web program together; the command line and the tests start the same one.</summary>
public static class Host
{
    /// <summary>Forms and the API; what takes files says so itself.</summary>
    private const long LargestBody = 4 << 20;

    /// <summary>The program, ready to be started. Addresses are those of the options, whatever the environment says.</summary>
    /// <param name="options">Where to answer and where the records are.</param>
    /// <param name="site">Pages and navigation; null for the whole product.</param>
    /// <param name="workspace">The records where they are open already, which stay the caller's; null to open those of the options.</param>
    /// <exception cref="ArgumentException">An address cannot be used.</exception>
    public static WebApplication Build(ServeOptions options, Site? site = null, Workspace? workspace = null)
    {
        if (Loopback.Refuse(options) is { } refusal) throw new ArgumentException(refusal.Message.ToString(), nameof(options));

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "kakehashi",
            // where the program is, not where it was called from: the settings and the bundle lie beside it
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = options.Environment,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. options.Urls]);
        // endpoints from settings would be opened beside --urls, and could be anything but loopback
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
            kestrel.Configure(new ConfigurationBuilder().Build());
        });
        var address = PublicSite.Read(options).Value!;
        builder.Configuration["AllowedHosts"] = PublicSite.Hosts(address);
        // run from a build, files would be read again at each request, in case somebody edits them
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = builder.Environment.IsDevelopment() ? "true" : "false";
        builder.Services.AddSigningIn(address, Read(OidcSettingsReader.Read, options));
        AddMail(builder.Services, Read(MailSettingsReader.Read, options));
        AddPages(builder.Services, options, address, site ?? Composition.Site);
        builder.Services.AddWorkspace(workspace);

        var app = builder.Build();
        UsePages(app);
        return app;
    }

    /// <exception cref="InvalidDataException">The settings have mistakes; the message lists all of them.</exception>
    private static T? Read<T>(Func<string, Func<string, string?>, (T? Settings, IReadOnlyList<SettingMistake> Mistakes)> read, ServeOptions options)
        where T : class
    {
        var (settings, mistakes) = read(options.Data, Environment.GetEnvironmentVariable);
        return mistakes.Count == 0 ? settings : throw new InvalidDataException(string.Join('\n', mistakes));
    }

    private static void AddMail(IServiceCollection services, MailSettings? settings)
    {
        services.AddSingleton(provider => new Outbox(provider.GetRequiredService<Workspace>().Database, provider.GetRequiredService<Workspace>().Clock));
        services.AddSingleton(new MailServer(settings));
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<ScheduledReports>();
        services.AddSingleton<RoundLetters>();
        services.AddSingleton<AgreementLetters>();
        services.AddSingleton<AgreementReminders>();
        services.AddHostedService<RegistryInBackground>();
        services.AddHostedService<ScreeningInBackground>();
        services.AddHostedService<AgreementsInBackground>();
        services.AddHostedService<ReportsInBackground>();
        if (settings is null) return;
        services.AddSingleton(settings);
        services.AddSingleton<Postman>();
        services.AddHostedService<LettersInBackground>();
    }

    private static void AddPages(IServiceCollection services, ServeOptions options, PublicAddress address, Site site)
    {
        services.AddSingleton(options);
        services.AddSingleton(site);
        services.AddSingleton(TimeProvider.System);
        services.AddRecordsApi();
        services.AddUploads();
        services.AddPdf();
        services.AddSingleton<RegistryShelf>();
        services.AddSingleton<ReconciliationDesk>();
        services.AddSingleton(Composition.Screened);
        services.AddSingleton(Composition.Sheets);
        services.AddSingleton<EvaluationSheets>();
        services.AddSingleton<ListShelf>();
        services.AddSingleton<ScreeningDesk>();
        services.AddSingleton<StrategyInForce>();
        // one page shows one strategy, whatever is saved meanwhile
        services.AddScoped(provider => provider.GetRequiredService<StrategyInForce>().Reading);
        services.AddSingleton<DuplicateSearch>();
        services.AddSingleton<ClosingDesk>();
        services.AddSingleton<PublicationDesk>();
        services.AddSingleton<PublicShelf>();
        services.AddSingleton<PartnershipScores>();
        services.AddSingleton<OpenStandards>();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        // the default writes every kana and kanji as &#x….;
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // one cookie for /ja and /en
        services.AddAntiforgery(antiforgery =>
        {
            address.Guard(antiforgery.Cookie, "kakehashi.form");
        });
        // the keys live with the records, so that an open form survives a restart
        services.AddDataProtection().SetApplicationName("kakehashi")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(options.Data), "keys")));
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddResponseCompression();
    }

    private static void UsePages(WebApplication app)
    {
        app.UsePrintTickets();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UsePublicSite();
        app.UseCookiePolicy(new() { Secure = app.Services.GetRequiredService<PublicAddress>().IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None });
        app.UseCultureRoutes();
        if (!app.Environment.IsDevelopment()) app.UseFaultPages();
        app.UseSeeOther();
        app.UseRouting();
        app.UseBareAddresses();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseProblems();
        // the page that says that there is nothing waits too: it shows who has signed in
        app.UseWorkspace();
        app.UseLargestBodies();
        // else the framework puts both before everything, where the records are not open yet
        IApplicationBuilder builder = app;
        builder.Properties["__AuthenticationMiddlewareSet"] = builder.Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseWhen(http => WorkspaceWaiting.NeedsRecords(http) && !OpenSite.IsOpen(http), branch => branch.UseSigningIn());
        app.UseWhen(OpenSite.IsOpen, branch => branch.UseOpenSite());
        app.UseTablesAsFiles();
        app.UseAntiforgery();
        app.UseStaleForms();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSigningIn();
        app.MapThemeChoice();
        app.MapStyleGuide();
        app.MapGet("/healthz", () => "ok").WithMetadata(new WorkspaceWaiting.WithoutRecords()).AllowAnonymous();
        app.MapOptions();
        app.MapUploads();
        app.MapOutbox();
        app.MapPdf();
        app.MapRecordsApi();
        app.MapEwp();
        app.MapExports();
        app.MapSurveyFiles();
        app.MapIndicatorFiles();
        app.MapBoardFiles();
        app.MapPlaceFiles();
        app.MapCompareFiles();
        app.MapClosedFiles();
        app.MapReviewFiles();
        app.MapAgreementFiles();
        app.MapAgreementCalendar();
        app.MapRoundReports();
        app.MapStrategyVersionFiles();
        app.MapOpenFiles();
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetRequiredService<Site>().Assemblies]);
    }
}
