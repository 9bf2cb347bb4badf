export * from './good-news.js';
