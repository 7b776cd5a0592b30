using System.Globalization;
using Kakehashi.Platform.Import;

namespace Kakehashi.Platform.Tests.Import;

public sealed class WhatARunHasMet
{
    [Theory]
    [InlineData(2_000)]
    [InlineData(10)]
    public void Is_remembered_in_memory_and_beyond_it(int most)
    {
        using var seen = new Seen(most);
        for (var i = 0; i < 1_000; i++)
        {
            Assert.False(seen.TryGet(Key(i), out _));
            seen.Set(Key(i), i);
        }

        for (var i = 0; i < 1_000; i += 3) seen.Set(Key(i), -i);
        for (var i = 0; i < 1_000; i++)
        {
            Assert.True(seen.TryGet(Key(i), out var number));
            Assert.Equal(i % 3 == 0 ? -i : i, number);
        }

        Assert.False(seen.TryGet(Key(1_000), out _));
    }

    [Fact]
    public void Is_told_apart_however_alike_the_keys_are()
    {
        var hashes = Enumerable.Range(0, 100_000).Select(Key).Append(Seen.Hash("")).Append(Seen.Hash("東北大学")).Append(Seen.Hash("東北大學"));
        Assert.Equal(100_003, hashes.Distinct().Count());
    }

    private static UInt128 Key(int number) => Seen.Hash(number.ToString("'M'000000000", CultureInfo.InvariantCulture));
}

public sealed class CellsThatRecur
{
    [Fact]
    public void Are_known_again_and_others_are_not()
    {
        var recurring = new Recurring();
        recurring.Keep("JP", "JP");
        recurring.Keep("", null);
        Assert.True(recurring.TryGet("JP", out var country));
        Assert.Equal("JP", country);
        Assert.True(recurring.TryGet("", out var none));
        Assert.Null(none);
        Assert.False(recurring.TryGet("jp", out _));
    }

    [Fact]
    public void Are_no_longer_kept_in_a_column_of_ever_new_values()
    {
        var recurring = new Recurring();
        for (var i = 0; i < 20_000; i++) recurring.Keep(i.ToString(CultureInfo.InvariantCulture), i);
        Assert.False(recurring.TryGet("1", out _));
    }
}
