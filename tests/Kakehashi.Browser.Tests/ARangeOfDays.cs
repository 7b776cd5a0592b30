namespace Kakehashi.Browser.Tests;

/// <summary>From and to of a condition, with their calendars.</summary>
[Trait("Needs", "browser")]
public sealed class ARangeOfDays(Chromium chromium, Office office)
{
    private const string Boxes = "[...document.querySelectorAll('.filter-range .day')].map(day => [day.getBoundingClientRect().top, day.querySelector('button').getBoundingClientRect().left])";
    private const string Ends = "[...document.querySelectorAll('.filter-range .day')].map(day => { const box = day.querySelector('[name]'); const range = document.createElement('canvas').getContext('2d'); "
        + "const style = getComputedStyle(box); range.font = style.font; return box.getBoundingClientRect().left + parseFloat(style.paddingLeft) + 1 + range.measureText('2026-08-08').width; })";

    [Theory]
    [InlineData(360)]
    [InlineData(600)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task Stands_on_one_line_with_room_for_a_whole_day_beside_each_calendar(int width)
    {
        await using var tab = await chromium.Open("ja-JP", width: width);
        await tab.Page.GotoAsync(await office.Address(tab, "/ja/agreements?withdrawn=true&filters=open"));
        var boxes = await tab.Page.EvaluateAsync<double[][]>(Boxes);
        var ends = await tab.Page.EvaluateAsync<double[]>(Ends);
        Assert.True(boxes.Length >= 4);
        foreach (var range in boxes.Chunk(2)) Assert.Equal(range[0][0], range[1][0]);
        Assert.All(boxes.Zip(ends), pair => Assert.True(pair.Second <= pair.First[1], $"a day ends at {pair.Second}, its calendar begins at {pair.First[1]}"));
        tab.HasNoComplaints();
    }
}
