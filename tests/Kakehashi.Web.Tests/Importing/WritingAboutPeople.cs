using Kakehashi.Community.Headcounts;
using Kakehashi.Education.Mobility;
using Kakehashi.Records.Fields;

namespace Kakehashi.Web.Tests.Importing;

public sealed class WritingAboutPeople
{
    [Theory]
    [InlineData("sex", "女", "female")]
    [InlineData("sex", "男子", "male")]
    [InlineData("sex", "ｆ", "female")]
    [InlineData("level", "学部", "bachelor")]
    [InlineData("level", "修士", "master")]
    [InlineData("level", "博士後期課程", "doctoral")]
    [InlineData("level", "Master's", "master")]
    public void As_offices_do_is_understood(string field, string written, string meant)
    {
        foreach (var entity in new[] { typeof(StudentHeadcount), typeof(MobilityPeriod) })
        {
            var choice = Assert.IsType<ChoiceField>(Composition.Types[entity].Field(field));
            Assert.True(choice.Values.TryRead(written, out var code));
            Assert.Equal(meant, code.Value);
        }
    }
}
