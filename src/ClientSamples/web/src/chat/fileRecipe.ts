import { ContentType, type Message, type OpenImClient, type PictureInfo } from '../openim';
import { describeVideo, mediaKind, pictureDimensions } from '../uploads/media';
import { uploadFile } from '../uploads/uploadFile';
import type { Recipe } from './outbox';

type Uploading = Recipe['make'];

/** A file from this device, as the kind of message that fits it. It is uploaded to OpenIM, and the message has its URL. */
export async function fileRecipe(client: OpenImClient, file: File): Promise<Recipe> {
  switch (mediaKind(file)) {
    case 'picture': return pictureRecipe(client, file);
    case 'video': return videoRecipe(client, file);
    case 'file': return plainRecipe(client, file);
  }
}

async function pictureRecipe(client: OpenImClient, file: File): Promise<Recipe> {
  const localURL = URL.createObjectURL(file);
  const picture: PictureInfo = { type: file.type, size: file.size, ...(await pictureDimensions(localURL)) };
  const make: Uploading = async (onProgress, signal) => {
    const url = await uploadFile(client, file, file.name, onProgress, signal);
    const source = { ...picture, url };
    return client.call('CreateImageMessageByURL', '', source, source, thumbnailOf(source));
  };
  return { contentType: ContentType.Picture, elements: { pictureElem: { sourcePicture: picture } }, upload: { localURL }, make };
}

/** OpenIM makes thumbnails of these two kinds; a GIF would stand still. */
const reducible = ['image/png', 'image/jpeg'];
const thumbnailSide = 640;

function thumbnailOf(source: PictureInfo): PictureInfo {
  if (!reducible.includes(source.type ?? '')) return source;
  const query = `type=image&width=${thumbnailSide}&height=${thumbnailSide}`;
  return { ...source, size: 0, width: thumbnailSide, height: thumbnailSide, url: `${source.url}?${query}` };
}

async function videoRecipe(client: OpenImClient, file: File): Promise<Recipe> {
  const localURL = URL.createObjectURL(file);
  const { width, height, duration, snapshot } = await describeVideo(localURL);
  const video = { videoPath: '', videoType: file.type, videoSize: file.size, duration, snapshotPath: '' };
  const still = { snapshotSize: snapshot?.size ?? 0, snapshotType: snapshot?.type, snapshotWidth: width, snapshotHeight: height };
  const make: Uploading = async (onProgress, signal) => {
    const snapshotUrl = snapshot && (await uploadFile(client, snapshot, 'snapshot.jpg', () => undefined, signal));
    const videoUrl = await uploadFile(client, file, file.name, onProgress, signal);
    return client.call('CreateVideoMessageByURL', { ...video, ...still, snapshotUrl, videoUrl });
  };
  const elements: Partial<Message> = { videoElem: { ...video, ...still } };
  return { contentType: ContentType.Video, elements, upload: { localURL }, make };
}

function plainRecipe(client: OpenImClient, file: File): Recipe {
  const info = { filePath: '', fileName: file.name, fileSize: file.size, fileType: file.type };
  const make: Uploading = async (onProgress, signal) => {
    const sourceUrl = await uploadFile(client, file, file.name, onProgress, signal);
    return client.call('CreateFileMessageByURL', { ...info, sourceUrl });
  };
  return { contentType: ContentType.File, elements: { fileElem: info }, upload: { localURL: '' }, make };
}
