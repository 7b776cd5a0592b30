using Kakehashi.Education.Mobility;
using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Platform;
using Kakehashi.Records.Codes;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Web.Demo;

/// <summary>
/// A list of concern of the university's own, all invented, so that the demonstration has somebody to look at: one that a partner may be, one that
/// only shares a word with some, and one of the name of a visitor.
/// </summary>
internal static class DemoLists
{
    private const string Header = "番号,種別,名称,別名,国・地域,懸念区分,通常兵器,掲載の根拠,生年月日";

    public static async Task WriteAsync(Workspace workspace, IReadOnlyList<DemoPartner> partners, CancellationToken cancel)
    {
        var (same, like) = (partners[17], partners[41]);
        var visitor = await VisitorAsync(workspace, cancel);
        string[] rows =
        [
            $"1,機関,{same.Name},{same.City.En} Research Institute No. 9,{same.Country},\"M,N\",,本学の判断,",
            $"2,機関,{like.City.En} Institute of Guided Systems,,{like.Country},M,,本学の判断,",
            $"3,個人,{visitor.PersonName},,{visitor.Nationality},,,本学の判断,{visitor.BornOn:yyyy}",
            "4,機関,Velmora Institute of Applied Rocketry,Velmora Rocket Works,KZ,M,CW,本学の判断,",
            "5,個人,BORDANSKY Oleg,BORDANSKI Oleg,BY,,,本学の判断,1962-05-11",
        ];
        var file = Path.Combine(Directory.CreateTempSubdirectory("kakehashi-demo-").FullName, "own-list.csv");
        await File.WriteAllLinesAsync(file, [Header, .. rows], cancel);
        var published = new DateOnly(workspace.Today.Year - 1, 12, 1);
        var added = new ListFolder(Path.Combine(workspace.Data, "lists"), workspace.Codes[CodeLists.Countries]).Add(ConcernList.Own, [file], new(published, published));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        if (!added.IsDone) throw new InvalidOperationException(added.Refusal.Message.En);
    }

    private static async Task<MobilityPeriod> VisitorAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<MobilityPeriod>().Where(stay => stay.PersonName != null).OrderByDescending(stay => stay.Id).FirstAsync(cancel);
    }
}
