using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Tests.Partners;

public sealed class TheStepsOfAnAgreement
{
    [Fact]
    public void Lead_everywhere_from_a_proposal_and_nowhere_back_from_an_end()
    {
        var reached = new HashSet<AgreementState> { AgreementState.Draft };
        while (AgreementSteps.All.Where(one => reached.Contains(one.From)).Select(one => one.To).Any(reached.Add))
        {
        }

        Assert.Equal(Enum.GetValues<AgreementState>().Order(), reached.Order());
        foreach (var end in new[] { AgreementState.Renewed, AgreementState.Terminated })
            Assert.DoesNotContain(AgreementSteps.All, one => one.From == end && one.To != end);
        Assert.DoesNotContain(AgreementSteps.All, one => one.To == AgreementState.Draft && one.From is AgreementState.Concluded or AgreementState.InForce);
    }

    [Fact]
    public void Do_each_lead_somewhere() =>
        Assert.Equal(Enum.GetValues<AgreementStep>().Order(), AgreementSteps.All.Select(one => one.Step).Distinct().Order());

    [Theory]
    [InlineData(null, AgreementState.Draft, true)]
    [InlineData(null, AgreementState.InForce, true)]
    [InlineData(null, AgreementState.Terminated, true)]
    [InlineData(null, AgreementState.UnderReview, false)]
    [InlineData(null, AgreementState.Approved, false)]
    [InlineData(null, AgreementState.Concluded, false)]
    [InlineData(AgreementState.Draft, AgreementState.InForce, false)]
    [InlineData(AgreementState.Draft, AgreementState.Draft, true)]
    [InlineData(AgreementState.InForce, AgreementState.Expired, true)]
    [InlineData(AgreementState.Expired, AgreementState.InForce, true)]
    [InlineData(AgreementState.InForce, AgreementState.Draft, false)]
    [InlineData(AgreementState.InForce, AgreementState.Approved, false)]
    public void Are_not_what_a_form_or_an_import_may_take_but_for_agreements_concluded_elsewhere(AgreementState? before, AgreementState after, bool may) =>
        Assert.Equal(may, AgreementSteps.MayBeEntered(before, after));
}
