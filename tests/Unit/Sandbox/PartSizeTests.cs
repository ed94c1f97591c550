using CsCheck;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class PartSizeTests
{
    private const long Largest = PartSizes.Max * PartSizes.MaxNumber;

    [Fact]
    public void Every_file_fits_into_the_parts_that_it_is_told_and_no_part_is_outside_the_limits() =>
        Sizes().Sample(size =>
        {
            var partSize = PartSizes.Of(size).Value;
            var parts = PartSizes.NumberOf(size, partSize);

            Assert.InRange(partSize, PartSizes.Min, PartSizes.Max);
            Assert.InRange(parts, 1, PartSizes.MaxNumber);
            Assert.True(parts * partSize >= size && (parts - 1) * partSize < size);
        });

    [Fact]
    public void Parts_are_larger_than_the_least_only_when_there_would_be_too_many_of_those() =>
        Sizes().Sample(size =>
        {
            var partSize = PartSizes.Of(size).Value;

            Assert.True(partSize == PartSizes.Min || PartSizes.NumberOf(size, PartSizes.Min) > PartSizes.MaxNumber);
            Assert.True(partSize == PartSizes.Min || (partSize - 1) * PartSizes.MaxNumber < size);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Largest + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void No_file_and_one_that_is_too_large_have_no_part_size(long size) =>
        Assert.Equal(500, PartSizes.Of(size).Error!.Code);

    /// <summary>Small and large ones alike, and those at the limits.</summary>
    private static Gen<long> Sizes() => Gen.OneOf(
        Gen.Long[1, PartSizes.Min * 3],
        Gen.Long[1, PartSizes.Min * PartSizes.MaxNumber],
        Gen.Long[1, Largest],
        Gen.OneOf([
            .. new[]
            {
                1, PartSizes.Min, PartSizes.Min + 1, PartSizes.Min * PartSizes.MaxNumber,
                PartSizes.Min * PartSizes.MaxNumber + 1, Largest,
            }.Select(Gen.Const),
        ]));
}
