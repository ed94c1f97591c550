const side = 320;

/** The middle of a picture as a small square: what a list shows needs no camera's twelve megapixels. */
export async function squarePicture(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => {
    throw new Error('This picture cannot be read.');
  });
  try {
    const cut = Math.min(image.width, image.height);
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d')!;
    // JPEG knows no transparency; without this it would become black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.drawImage(image, (image.width - cut) / 2, (image.height - cut) / 2, cut, cut, 0, 0, side, side);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } finally {
    image.close();
  }
}
